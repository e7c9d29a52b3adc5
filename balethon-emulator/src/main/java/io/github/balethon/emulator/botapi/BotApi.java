package io.github.balethon.emulator.botapi;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.balethon.emulator.botapi.BotMethods.BotMethod;
import io.github.balethon.emulator.botapi.BotMethods.Invocation;
import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.HangingRequests;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Pause;
import io.github.balethon.emulator.http.Request;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.World;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Bot API: {@code /bot<TOKEN>/<METHOD>} and {@code /file/bot<TOKEN>/<PATH>}. URIs are
 * never logged, as they contain the token.
 *
 * @since 0.1.0
 */
public final class BotApi {

	private static final String METHODS = "/bot";

	private static final String FILES = "/file/bot";

	private static final Parameters NONE = new Parameters(Json.object());

	private final BotAccount account;

	private final BotMethods methods;

	private final AccountMethods ofAccount;

	private final List<BotState> states;

	private final FileMethods files;

	private final WebhookDelivery webhook;

	private final CallLog calls;

	private final RefusalLog refusals;

	private final InjectedFaults faults = new InjectedFaults();

	private final FaultInjector injector;

	private final Quirks quirks;

	private final ParameterReader parameterReader;

	public BotApi(BotAccount account, Clock clock, World world, WireJson wire, MediaJson media) {
		this.account = account;
		this.calls = new CallLog(clock);
		this.refusals = new RefusalLog(this.calls);
		this.quirks = world.quirks();
		this.parameterReader = new ParameterReader(this.quirks);
		this.files = new FileMethods(world.files(), media);
		ChatParameter chats = new ChatParameter(world.chats(), this.quirks);
		FileParameter files = new FileParameter(world.files());
		Posting posting = new Posting(chats, account, wire, clock);
		this.ofAccount = new AccountMethods(account, world.listener());
		this.webhook = new WebhookDelivery(world.updates(), clock);
		UpdateMethods ofUpdates = new UpdateMethods(world.updates(), this.webhook, this.faults, this.quirks);
		StickerMethods ofStickers = new StickerMethods(chats, account, files, world.files(), media);
		this.states = List.of(this.ofAccount, ofUpdates, ofStickers);
		this.methods = new BotMethods(
				List.of(this.ofAccount, ofUpdates, new MessageMethods(chats, posting, wire, world.payments()),
						new MediaMethods(posting, files, media, world.conversation(), this.quirks), this.files,
						new InteractionMethods(chats, world.presses(), world.listener(), this.quirks),
						new ChatMethods(chats, wire, account, files, media),
						new MemberMethods(chats, wire, account, this.quirks), ofStickers,
						new PaymentMethods(posting, world.payments(), world.conversation(), wire, this.quirks)));
		this.injector = new FaultInjector(this.methods, this.faults, world.updates());
	}

	public static boolean isFor(String path) {
		return path.startsWith(METHODS) || path.startsWith(FILES);
	}

	/**
	 * Whether a request has the token of this bot.
	 * @param uri the URI of a request of the Bot API
	 * @return whether the token is the bot's
	 */
	public boolean isAddressedBy(String uri) {
		String address = uri.substring((uri.startsWith(FILES) ? FILES : METHODS).length());
		int slash = address.indexOf('/');
		return slash > 0 && this.account.hasToken(address.substring(0, slash).replaceFirst("(?i)%3a", ":"));
	}

	/**
	 * Returns what the bot has set with its calls, for saving.
	 * @return the state
	 */
	public ObjectNode state() {
		ObjectNode json = Json.object();
		this.states.forEach((state) -> state.save(json));
		return json;
	}

	/**
	 * Replaces what the bot has set with its calls.
	 * @param json a saved state, or an empty object
	 */
	public void restore(JsonNode json) {
		this.states.forEach((state) -> state.restore(json));
	}

	/**
	 * Removes all faults, forgets the calls, and discards what the bot has set with them.
	 */
	public void reset() {
		this.injector.clear();
		this.calls.clear();
		restore(Json.object());
	}

	public long botId() {
		return this.account.id();
	}

	public BotMethods methods() {
		return this.methods;
	}

	/**
	 * Returns the commands that the bot has set.
	 * @return the commands in Bale's fields; a copy
	 */
	public ArrayNode commands() {
		return this.ofAccount.commands();
	}

	public FileMethods files() {
		return this.files;
	}

	public CallLog calls() {
		return this.calls;
	}

	public FaultInjector faults() {
		return this.injector;
	}

	/**
	 * Starts to deliver updates to the webhook, whenever one is set.
	 */
	public void open() {
		this.webhook.open();
	}

	/**
	 * Stops to deliver updates to the webhook. The updates stay pending.
	 */
	public void close() {
		this.webhook.close();
	}

	public HangingRequests hangingRequests() {
		return this.faults.hangingRequests();
	}

	public Mono<Answer> answer(Request request) {
		Mono<Answer> answer = request.path().startsWith(FILES) ? download(request) : call(request);
		return this.quirks.has(BaleQuirk.FAILURES_WITH_STATUS_200) ? answer.map(Answer::asSuccessfulHttp) : answer;
	}

	/**
	 * Responds to a request that is refused before it is parsed.
	 * @param address the encoded path and query string
	 * @param status the HTTP status
	 * @param sentence the description
	 * @return the response
	 */
	public Answer refused(String address, int status, String sentence) {
		String name = BotMethods.DOWNLOAD;
		if (!address.startsWith(FILES)) {
			int query = address.indexOf('?');
			name = method(address.substring(METHODS.length(), (query < 0) ? address.length() : query));
		}
		return this.refusals.refused(name, NONE, new Refusal(status, sentence));
	}

	private Mono<Answer> call(Request request) {
		String address = request.path().substring(METHODS.length());
		int slash = address.indexOf('/');
		String name = method(address);
		Parameters parameters = NONE;
		try {
			requireAddress(slash >= 0);
			requireToken(address.substring(0, slash));
			if (!request.isGet() && !request.isPost()) {
				throw Refusal.notFound().because("methods are called with GET or POST");
			}
			BotMethod method = this.methods.find(name);
			parameters = this.parameterReader.read(request);
			if (method == null) {
				throw Refusal.notFound().because("Bale documents no such method");
			}
			return call(method, parameters, request);
		}
		catch (Refusal ex) {
			return Mono.just(this.refusals.refused(name, parameters, ex));
		}
	}

	private Mono<Answer> download(Request request) {
		String address = request.path().substring(FILES.length());
		int slash = address.indexOf('/');
		try {
			requireAddress(slash >= 0);
			requireToken(address.substring(0, slash));
			if (!request.isGet()) {
				throw Refusal.notFound().because("files are downloaded with GET");
			}
		}
		catch (Refusal ex) {
			return Mono.just(this.refusals.refused(BotMethods.DOWNLOAD, NONE, ex));
		}
		String path = address.substring(slash + 1);
		BotMethod download = new BotMethod(BotMethods.DOWNLOAD, Set.of("file_path"),
				(invocation) -> Mono.just(this.files.download(path)));
		return call(download, new Parameters(Json.object().put("file_path", path)), request);
	}

	/**
	 * Returns the method of a path.
	 * @param address token, slash and method
	 * @return the method; empty if there is none
	 */
	private String method(String address) {
		int slash = address.indexOf('/');
		return (slash < 0) ? "" : address.substring(slash + 1);
	}

	private void requireAddress(boolean complete) {
		if (!complete) {
			throw Refusal.notFound().because("the path must be /bot, the token, a slash and the method");
		}
	}

	private void requireToken(String token) {
		if (!BotAccount.looksLikeToken(token)) {
			throw Refusal.notFound().because("a token consists of digits, a colon and a secret");
		}
		if (!this.account.hasToken(token)) {
			throw Refusal.wrongToken(this.quirks).because("the token is not the emulator's");
		}
	}

	/**
	 * Records a call and responds to it. As on any server, the call takes effect even if
	 * the client disconnects. Only a long poll ends then, as it has no effect yet.
	 * @param method the method
	 * @param parameters the parameters
	 * @param request the request
	 * @return the response
	 */
	private Mono<Answer> call(BotMethod method, Parameters parameters, Request request) {
		ReceivedCall call = this.calls.call(method.name(), parameters.asJson());
		// Before the call is visible, as later changes of a test apply to later calls.
		boolean refused = this.faults.isTokenRefused();
		InjectedFault fault = refused ? null : this.faults.next(call);
		Duration delay = this.faults.delayOf(method.name());
		CallLog.OpenCall open = this.calls.arrived(call);
		Mono<Answer> work = refused ? Mono.just(Refusal.wrongToken(this.quirks).answer())
				: work(method, new Invocation(call, parameters, request.timer()));
		boolean endsWithConnection = method.endsWithConnection();
		if (fault != null && fault.definition().kind() == FaultDefinition.Kind.HANG) {
			// A client that gives up ends the hanging, but not the work.
			work = fault.spoil(endsWithConnection ? work : unending(work), request.timer());
			endsWithConnection = true;
		}
		else if (fault != null) {
			work = fault.spoil(work, request.timer());
		}
		Duration rest = (fault != null) ? delay.plus(fault.definition().delay()) : delay;
		if (!rest.isZero()) {
			work = Pause.of(rest, request.timer()).then(work);
		}
		// Before the response is sent, so that its receiver sees the call as answered.
		Mono<Answer> answer = work.doOnNext((sent) -> open.status(sent.status()))
			.doOnTerminate(open::end)
			.doOnCancel(open::end);
		return endsWithConnection ? answer : Mono.fromFuture(answer.toFuture(), true);
	}

	private Mono<Answer> unending(Mono<Answer> work) {
		return Mono.defer(() -> Mono.fromFuture(work.toFuture(), true));
	}

	private Mono<Answer> work(BotMethod method, Invocation invocation) {
		return Mono.defer(() -> {
			requireKnownParameters(method, invocation.parameters());
			return method.work().answer(invocation);
		})
			.onErrorMap(BadParameter.class, BadParameter::asRefusal)
			.onErrorResume(Refusal.class,
					(ex) -> Mono.fromSupplier(() -> this.refusals.refused(invocation.call(), ex)));
	}

	private void requireKnownParameters(BotMethod method, Parameters parameters) {
		if (!this.quirks.has(BaleQuirk.STRICT_PARAMETERS)) {
			return;
		}
		Set<String> unknown = new TreeSet<>(parameters.names());
		unknown.removeAll(method.parameters());
		if (!unknown.isEmpty()) {
			throw new Refusal(400, "Bad Request: " + method.name() + " has no parameter " + String.join(", ", unknown))
				.allowedBy(BaleQuirk.STRICT_PARAMETERS, false);
		}
	}

}
