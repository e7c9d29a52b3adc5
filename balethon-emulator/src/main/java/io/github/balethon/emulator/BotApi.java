package io.github.balethon.emulator;

import java.time.Duration;

import io.github.balethon.emulator.BotMethods.BotMethod;
import io.github.balethon.emulator.BotMethods.Invocation;
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
		Call call = this.calls.call(method.name(), parameters.asJson());
		// Before the call can be seen: what a test then changes is for the next calls.
		boolean refused = this.faults.isTokenRefused();
		ActiveFault fault = refused ? null : this.faults.next(call);
		Duration delay = this.faults.delayOf(method.name());
		CallLog.OpenCall open = this.calls.arrived(call);
		Mono<Answer> work = refused ? Mono.just(tokenNotFound())
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
		return Mono.defer(() -> method.work().answer(invocation))
			.onErrorResume(Refusal.class, (ex) -> Mono.just(ex.answer()))
			.onErrorResume(BadParameter.class, (ex) -> Mono.just(Envelope.failure(400, ex.inWordsOfBale())));
	}

	private Answer tokenNotFound() {
		return Envelope.failure(403, "Bad Request: Token not found");
	}

}
