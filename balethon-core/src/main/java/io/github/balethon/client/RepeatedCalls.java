package io.github.balethon.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.FileMethod;
import io.github.balethon.method.IdempotentMethod;
import io.github.balethon.method.InputFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.ContextView;
import reactor.util.retry.Retry;

import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Retries failed calls where that is safe: a call that Bale has rejected with a request
 * to wait or that has not reached Bale, and an {@link IdempotentMethod} without a
 * response. A call that sends a message is not retried after an unclear failure, because
 * the message may have arrived. No thread is blocked between two attempts.
 * <p>
 * An {@link CallPriority#INTERACTIVE} call survives an outage: while Bale cannot be
 * reached, it is retried for {@code maxOutage}, regardless of the number of attempts.
 */
final class RepeatedCalls implements BaleClientInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(RepeatedCalls.class);

	// If Bale requests a pause without a length: 2 s, 4 s, 6 s.
	private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(2);

	private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

	// An answer should not arrive much later than the end of an outage.
	private static final Duration LONGEST_PAUSE_IN_OUTAGE = Duration.ofSeconds(5);

	// Calls that failed together should not be retried together.
	private static final double JITTER = 0.1;

	private final int maxAttempts;

	private final Duration maxWait;

	private final Duration maxOutage;

	private final Scheduler timer;

	private final SafeObservations observations;

	/**
	 * Creates the interceptor.
	 * @param maxAttempts the maximum number of attempts
	 * @param maxWait the maximum pause between two attempts; if Bale requests a longer
	 * one, the call fails
	 * @param maxOutage the maximum sum of the pauses of an interactive call while Bale
	 * cannot be reached
	 * @param timer the scheduler that starts further attempts
	 * @param observations signals each further attempt
	 */
	RepeatedCalls(int maxAttempts, Duration maxWait, Duration maxOutage, Scheduler timer,
			SafeObservations observations) {
		this.maxAttempts = maxAttempts;
		this.maxWait = maxWait;
		this.maxOutage = maxOutage;
		this.timer = timer;
		this.observations = observations;
	}

	@Override
	public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
		Mono<R> call = next.execute(method);
		// An error that escapes from behind the call must not get to the retry: Reactor's
		// operators throw those that it takes for fatal again.
		return Mono
			.deferContextual((chain) -> EscapedErrors.signalled(call.retryWhen(retry(method, chain)), (value) -> {
			}));
	}

	private Retry retry(BaleMethod<?> method, ContextView chain) {
		Attempts attempts = new Attempts(method, CallPriority.of(chain));
		return Retry.from((signals) -> signals.concatMap((signal) -> {
			Duration pause = (signal.failure() instanceof BaleException error) ? attempts.pauseAfter(error) : null;
			if (pause == null) {
				return Mono.error(signal.failure());
			}
			logger.debug("{} failed, retrying in {} ms: {}", method.methodName(), pause.toMillis(),
					LogText.escape(String.valueOf(signal.failure().getMessage())));
			this.observations.event(BaleClientObservation.of(chain), BaleClientObservation.Events.RETRY);
			return Mono.delay(pause, this.timer);
		}));
	}

	private BackOffExecution backOff(Duration longestPause) {
		Duration longest = (longestPause.compareTo(this.maxWait) <= 0) ? longestPause : this.maxWait;
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_BACKOFF.toMillis(), 2);
		backOff.setMaxInterval(longest.toMillis());
		return backOff.start();
	}

	private static boolean isUnreached(BaleException error) {
		return error instanceof BaleTransportException transport && !transport.isSent();
	}

	/**
	 * The attempts of one call so far.
	 */
	private final class Attempts {

		private final BaleMethod<?> method;

		private final CallPriority priority;

		private final BackOffExecution backOff = backOff(RepeatedCalls.this.maxWait);

		private final BackOffExecution outageBackOff = backOff(LONGEST_PAUSE_IN_OUTAGE);

		private int failures;

		private Duration outage = Duration.ZERO;

		Attempts(BaleMethod<?> method, CallPriority priority) {
			this.method = method;
			this.priority = priority;
		}

		/**
		 * Returns the pause before the next attempt.
		 * @param error the failure of the last attempt
		 * @return the pause, or {@code null} if there is no further attempt
		 */
		@Nullable Duration pauseAfter(BaleException error) {
			Duration pause = isUnreached(error) ? pauseInOutage() : null;
			if (pause == null) {
				pause = pauseAfterFailure(error);
			}
			return (pause != null) ? withJitter(pause) : null;
		}

		// These attempts do not count.
		private @Nullable Duration pauseInOutage() {
			if (this.priority != CallPriority.INTERACTIVE) {
				return null;
			}
			Duration pause = Duration.ofMillis(this.outageBackOff.nextBackOff());
			Duration outage = this.outage.plus(pause);
			if (outage.compareTo(RepeatedCalls.this.maxOutage) > 0) {
				return null;
			}
			this.outage = outage;
			return pause;
		}

		private @Nullable Duration pauseAfterFailure(BaleException error) {
			this.failures++;
			if (this.failures >= RepeatedCalls.this.maxAttempts) {
				return null;
			}
			Duration pause = Duration.ofMillis(this.backOff.nextBackOff());
			if (isUnreached(error)) {
				return pause;
			}
			if (!canBeSentAgain()) {
				return null;
			}
			if (error instanceof BaleTooManyRequestsException refusal) {
				return pauseThatBaleRequests(refusal);
			}
			boolean unclear = error instanceof BaleTransportException || error instanceof BaleServerException;
			return (unclear && this.method instanceof IdempotentMethod) ? pause : null;
		}

		private @Nullable Duration pauseThatBaleRequests(BaleTooManyRequestsException refusal) {
			Duration requested = refusal.getRetryAfter();
			Duration pause = (requested != null && !requested.isZero()) ? requested
					: UNKNOWN_PAUSE.multipliedBy(this.failures);
			return (pause.compareTo(RepeatedCalls.this.maxWait) <= 0) ? pause : null;
		}

		private boolean canBeSentAgain() {
			return !(this.method instanceof FileMethod<?> withFiles)
					|| withFiles.files().stream().allMatch(InputFile::isRepeatable);
		}

		private Duration withJitter(Duration pause) {
			return pause.plusNanos((long) (pause.toNanos() * JITTER * ThreadLocalRandom.current().nextDouble()));
		}

	}

}
