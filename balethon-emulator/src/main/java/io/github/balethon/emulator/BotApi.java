package io.github.balethon.emulator;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.github.balethon.emulator.BotMethods.BotMethod;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The side that the bot sees: {@code /bot<TOKEN>/<METHOD>}. An address is never logged,
 * as the token is part of it.
 */
final class BotApi {

	static final String PATH = "/bot";

	private final BotAccount account;

	private final BotMethods methods;

	private final CallLog calls;

	private final Faults faults;

	private final ParameterReader parameterReader = new ParameterReader();

	BotApi(BotAccount account, BotMethods methods, CallLog calls, Faults faults) {
		this.account = account;
		this.methods = methods;
		this.calls = calls;
		this.faults = faults;
	}

	Mono<Answer> answer(Request request) {
		String address = request.path().substring(PATH.length());
		int slash = address.indexOf('/');
		if (slash < 0 || !(request.isGet() || request.isPost())) {
			return Mono.just(Envelope.notFound());
		}
		String token = address.substring(0, slash);
		if (!BotAccount.looksLikeToken(token)) {
			return Mono.just(Envelope.notFound());
		}
		if (!this.account.hasToken(token)) {
			return Mono.just(tokenNotFound());
		}
		BotMethod method = this.methods.find(address.substring(slash + 1));
		return (method != null) ? call(method, request) : Mono.just(Envelope.notFound());
	}

	/**
	 * Records a call and answers it, late if that is wished. A caller that hangs up does
	 * not undo its call: as at any server it takes effect all the same. Only the long
	 * poll ends, as it has no effect yet.
	 * @param method the method
	 * @param request the request
	 * @return the answer
	 */
	private Mono<Answer> call(BotMethod method, Request request) {
		Parameters parameters;
		try {
			parameters = this.parameterReader.read(request);
		}
		catch (Refusal ex) {
			return Mono.just(ex.answer());
		}
		// Before the call can be seen: what a test then changes is for the next calls.
		Answer failure = failure(method);
		Duration delay = this.faults.delayOf(method.name());
		CallLog.OpenCall call = this.calls.arrived(method.name(), parameters.asJson());
		Mono<Answer> answer = (failure != null) ? Mono.just(failure) : work(method, parameters, request);
		if (!delay.isZero()) {
			answer = pause(delay, request.timer()).then(answer);
		}
		// The call ends before its answer leaves: who has the answer sees it ended.
		answer = answer.doOnTerminate(call::end).doOnCancel(call::end);
		return method.endsWithConnection() ? answer : Mono.fromFuture(answer.toFuture(), true);
	}

	private Mono<Answer> work(BotMethod method, Parameters parameters, Request request) {
		return Mono.defer(() -> method.work().answer(parameters, request.timer()))
			.onErrorResume(Refusal.class, (ex) -> Mono.just(ex.answer()))
			.onErrorResume(BadParameter.class, (ex) -> Mono.just(Envelope.failure(400, ex.inWordsOfBale())));
	}

	private Mono<Void> pause(Duration length, EventExecutor timer) {
		return Mono.create((sink) -> {
			Future<?> end = timer.schedule(() -> sink.success(), length.toNanos(), TimeUnit.NANOSECONDS);
			sink.onDispose(() -> end.cancel(false));
		});
	}

	private @Nullable Answer failure(BotMethod method) {
		return this.faults.isTokenRefused() ? tokenNotFound() : this.faults.nextFailure(method.name());
	}

	private Answer tokenNotFound() {
		return Envelope.failure(403, "Bad Request: Token not found");
	}

}
