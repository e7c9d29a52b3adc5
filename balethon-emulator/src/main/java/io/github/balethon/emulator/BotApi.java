package io.github.balethon.emulator;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

import io.github.balethon.emulator.BotMethods.BotMethod;
import io.github.balethon.emulator.BotMethods.Invocation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The side that the bot sees: {@code /bot<TOKEN>/<METHOD>} and
 * {@code /file/bot<TOKEN>/<PATH>}. An address is never logged, as the token is part of
 * it.
 */
final class BotApi {

	private static final String METHODS = "/bot";

	private static final String FILES = "/file/bot";

	private final BotAccount account;

	private final BotMethods methods;

	private final FileMethods files;

	private final CallLog calls;

	private final Faults faults;

	private final Quirks quirks;

	private final ParameterReader parameterReader;

	BotApi(BotAccount account, BotMethods methods, FileMethods files, CallLog calls, Faults faults, Quirks quirks) {
		this.account = account;
		this.methods = methods;
		this.files = files;
		this.calls = calls;
		this.faults = faults;
		this.quirks = quirks;
		this.parameterReader = new ParameterReader(quirks);
	}

	static boolean isFor(String path) {
		return path.startsWith(METHODS) || path.startsWith(FILES);
	}

	Mono<Answer> answer(Request request) {
		Mono<Answer> answer = request.path().startsWith(FILES) ? download(request) : call(request);
		return this.quirks.has(Quirk.FAILURES_WITH_STATUS_200) ? answer.map(Answer::asSuccessfulHttp) : answer;
	}

	private Mono<Answer> call(Request request) {
		String address = request.path().substring(METHODS.length());
		int slash = address.indexOf('/');
		if (slash < 0 || !(request.isGet() || request.isPost())) {
			return Mono.just(Envelope.notFound());
		}
		Answer wrongToken = wrongToken(address.substring(0, slash));
		if (wrongToken != null) {
			return Mono.just(wrongToken);
		}
		BotMethod method = this.methods.find(address.substring(slash + 1));
		if (method == null) {
			return Mono.just(Envelope.notFound());
		}
		try {
			return call(method, this.parameterReader.read(request), request);
		}
		catch (Refusal ex) {
			return Mono.just(ex.answer());
		}
	}

	private Mono<Answer> download(Request request) {
		String address = request.path().substring(FILES.length());
		int slash = address.indexOf('/');
		if (slash < 0 || !request.isGet()) {
			return Mono.just(Envelope.notFound());
		}
		Answer wrongToken = wrongToken(address.substring(0, slash));
		if (wrongToken != null) {
			return Mono.just(wrongToken);
		}
		String path = address.substring(slash + 1);
		BotMethod download = new BotMethod(BotMethods.DOWNLOAD, Set.of("file_path"),
				(invocation) -> Mono.just(this.files.download(path)));
		return call(download, new Parameters(Json.object().put("file_path", path)), request);
	}

	private @Nullable Answer wrongToken(String token) {
		if (!BotAccount.looksLikeToken(token)) {
			return Envelope.notFound();
		}
		return this.account.hasToken(token) ? null : this.quirks.wrongToken();
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
		Call call = this.calls.call(method.name(), parameters.asJson());
		// Before the call can be seen: what a test then changes is for the next calls.
		boolean refused = this.faults.isTokenRefused();
		ActiveFault fault = refused ? null : this.faults.next(call);
		Duration delay = this.faults.delayOf(method.name());
		CallLog.OpenCall open = this.calls.arrived(call);
		Mono<Answer> work = refused ? Mono.just(this.quirks.wrongToken())
				: work(method, new Invocation(call, parameters, request.timer()));
		boolean endsWithConnection = method.endsWithConnection();
		if (fault != null && fault.fault().kind() == Fault.Kind.HANG) {
			// A caller that gives up ends the hanging, but not the work.
			work = fault.spoil(endsWithConnection ? work : unending(work), request.timer());
			endsWithConnection = true;
		}
		else if (fault != null) {
			work = fault.spoil(work, request.timer());
		}
		Duration rest = (fault != null) ? delay.plus(fault.fault().delay()) : delay;
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
			.onErrorResume(Refusal.class, (ex) -> Mono.just(ex.answer()))
			.onErrorResume(BadParameter.class, (ex) -> Mono.just(Envelope.failure(400, ex.inWordsOfBale())));
	}

	private void requireKnownParameters(BotMethod method, Parameters parameters) {
		if (!this.quirks.has(Quirk.STRICT_PARAMETERS)) {
			return;
		}
		Set<String> unknown = new TreeSet<>(parameters.names());
		unknown.removeAll(method.parameters());
		if (!unknown.isEmpty()) {
			throw new Refusal(400, "Bad Request: " + method.name() + " has no parameter " + String.join(", ", unknown));
		}
	}

}
