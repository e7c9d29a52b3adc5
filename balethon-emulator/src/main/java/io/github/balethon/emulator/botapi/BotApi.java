package io.github.balethon.emulator.botapi;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.balethon.emulator.botapi.BotMethods.BotMethod;
import io.github.balethon.emulator.botapi.BotMethods.Invocation;
import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Limbo;
import io.github.balethon.emulator.http.Pause;
import io.github.balethon.emulator.http.Request;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.World;
import reactor.core.publisher.Mono;

/**
 * The side that the bot sees: {@code /bot<TOKEN>/<METHOD>} and
 * {@code /file/bot<TOKEN>/<PATH>}. An address is never logged, as the token is part of
 * it.
 *
 * @since 0.1.0
 */
public final class BotApi {

	private static final String METHODS = "/bot";

	private static final String FILES = "/file/bot";

	private static final Parameters NONE = new Parameters(Json.object());

	private final BotAccount account;

	private final BotMethods methods;

	private final FileMethods files;

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
		this.methods = new BotMethods(
				List.of(new AccountMethods(account), new UpdateMethods(world.updates(), this.faults, this.quirks),
						new MessageMethods(chats, posting, wire, world.payments()),
						new MediaMethods(posting, files, media, world.conversation(), this.quirks), this.files,
						new InteractionMethods(chats, world.presses(), world.listener(), this.quirks),
						new ChatMethods(chats, wire, account, files, media),
						new MemberMethods(chats, wire, account, this.quirks),
						new StickerMethods(chats, account, files, world.files(), media),
						new PaymentMethods(posting, world.payments(), world.conversation(), wire, this.quirks)));
		this.injector = new FaultInjector(this.methods, this.faults, world.updates());
	}

	public static boolean isFor(String path) {
		return path.startsWith(METHODS) || path.startsWith(FILES);
	}

	public BotMethods methods() {
		return this.methods;
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

	public Limbo limbo() {
		return this.faults.limbo();
	}

	public Mono<Answer> answer(Request request) {
		Mono<Answer> answer = request.path().startsWith(FILES) ? download(request) : call(request);
		return this.quirks.has(BaleQuirk.FAILURES_WITH_STATUS_200) ? answer.map(Answer::asSuccessfulHttp) : answer;
	}

	/**
	 * Answers a request that is refused before it is looked into.
	 * @param address the address with its query string, still encoded
	 * @param status the HTTP status
	 * @param sentence why
	 * @return the answer
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
				throw Refusal.notFound().because("a method is called by GET or POST");
			}
			BotMethod method = this.methods.find(name);
			parameters = this.parameterReader.read(request);
			if (method == null) {
				throw Refusal.notFound().because("Bale documents no method of this name");
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
				throw Refusal.notFound().because("a file is fetched by GET");
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
	 * The method in an address.
	 * @param address a token, a slash and a method
	 * @return what follows the token; empty if nothing does
	 */
	private String method(String address) {
		int slash = address.indexOf('/');
		return (slash < 0) ? "" : address.substring(slash + 1);
	}

	private void requireAddress(boolean complete) {
		if (!complete) {
			throw Refusal.notFound().because("the address is not /bot, the token, a slash and a method");
		}
	}

	private void requireToken(String token) {
		if (!BotAccount.looksLikeToken(token)) {
			throw Refusal.notFound().because("the token is not digits, a colon and a secret");
		}
		if (!this.account.hasToken(token)) {
			throw Refusal.wrongToken(this.quirks).because("the token is not that of the emulator");
		}
	}

	/**
	 * Records a call and answers it, late if that is wished. A caller that hangs up does
	 * not undo its call: as at any server it takes effect all the same. Only the long
	 * poll ends, as it has no effect yet.
	 * @param method the method
	 * @param parameters its parameters
	 * @param request the request
	 * @return the answer
	 */
	private Mono<Answer> call(BotMethod method, Parameters parameters, Request request) {
		ReceivedCall call = this.calls.call(method.name(), parameters.asJson());
		// Before the call can be seen: what a test then changes is for the next calls.
		boolean refused = this.faults.isTokenRefused();
		InjectedFault fault = refused ? null : this.faults.next(call);
		Duration delay = this.faults.delayOf(method.name());
		CallLog.OpenCall open = this.calls.arrived(call);
		Mono<Answer> work = refused ? Mono.just(Refusal.wrongToken(this.quirks).answer())
				: work(method, new Invocation(call, parameters, request.timer()));
		boolean endsWithConnection = method.endsWithConnection();
		if (fault != null && fault.definition().kind() == FaultDefinition.Kind.HANG) {
			// A caller that gives up ends the hanging, but not the work.
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
		// The call ends before its answer leaves: who has the answer sees it ended.
		Mono<Answer> answer = work.doOnTerminate(open::end).doOnCancel(open::end);
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
