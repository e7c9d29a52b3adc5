package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Observes and retries calls: both in one {@link CallExecution} per call, instead of a
 * chain of operators.
 */
final class CallExecutions implements BaleClientInterceptor {

	private final CallObservations observations;

	private final RetrySettings retries;

	private final Scheduler timer;

	/**
	 * Creates the interceptor.
	 * @param observations observes the calls
	 * @param retries the settings of retries
	 * @param timer the scheduler that starts further attempts
	 */
	CallExecutions(CallObservations observations, RetrySettings retries, Scheduler timer) {
		this.observations = observations;
		this.retries = retries;
		this.timer = timer;
	}

	@Override
	public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
		Mono<R> attempt = next.execute(method);
		return new Mono<>() {
			@Override
			public void subscribe(CoreSubscriber<? super R> actual) {
				CallExecutions calls = CallExecutions.this;
				CallObservation observation = calls.observations.start(method, actual.currentContext());
				new CallExecution<R>(method, attempt, actual, observation, calls.retries, calls.timer).start();
			}
		};
	}

}
