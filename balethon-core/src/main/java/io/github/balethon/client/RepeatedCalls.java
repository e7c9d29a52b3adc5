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

/**
 * Repeats a call that failed, where that cannot do harm: one that Bale has not taken, as
 * it asked for a pause or was not reached at all, and one without an answer that may be
 * made twice. Whatever sends something to people is not repeated after an unclear
 * failure, as it may be there already. The pauses hold no thread.
 * <p>
 * A call that somebody waits for outlasts an outage: while Bale cannot be reached at all
 * it is tried again for a while, however many attempts that makes, as nobody else would
 * make it.
 */
final class RepeatedCalls implements BaleClientInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(RepeatedCalls.class);

	// Where Bale asks for a pause and does not say how long: 2 s, 4 s, 6 s.
	private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(2);

	private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

	// Whoever waits for an answer should not wait much longer than the outage.
	private static final Duration LONGEST_PAUSE_IN_OUTAGE = Duration.ofSeconds(5);

	// What failed together shall not come back together.
	private static final double JITTER = 0.1;

	private final int maxAttempts;

	private final Duration maxWait;

	private final Duration maxOutage;

	private final Scheduler timer;

	private final SafeObservations observations;

	/**
	 * Creates the interceptor.
	 * @param maxAttempts how often a call is made, at most
	 * @param maxWait the longest pause; if Bale asks for a longer one, the call fails
	 * @param maxOutage how long an interactive call is tried again while Bale cannot be
	 * reached
	 * @param timer what runs a call after its pause
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
		return Mono
			.deferContextual((chain) -> attempt(method, call, new Tries(CallPriority.of(chain), 1, 0, Duration.ZERO)));
	}

	private <R> Mono<R> attempt(BaleMethod<R> method, Mono<R> call, Tries tries) {
		return call.onErrorResume(BaleException.class, (error) -> {
			Again again = isUnreached(error) ? afterOutage(tries) : afterFailure(method, error, tries);
			return (again != null) ? repeat(method, call, again, error) : Mono.error(error);
		});
	}

	private <R> Mono<R> repeat(BaleMethod<R> method, Mono<R> call, Again again, BaleException error) {
		logger.debug("{} is called again in {} ms: {}", method.methodName(), again.pause().toMillis(),
				LogText.escape(String.valueOf(error.getMessage())));
		return Mono.deferContextual((chain) -> {
			this.observations.event(BaleClientObservation.of(chain), BaleClientObservation.Events.RETRY);
			return Mono.delay(again.pause(), this.timer).then(attempt(method, call, again.tries()));
		});
	}

	private static boolean isUnreached(BaleException error) {
		return error instanceof BaleTransportException transport && !transport.isSent();
	}

	private @Nullable Again afterOutage(Tries tries) {
		if (tries.priority() == CallPriority.INTERACTIVE) {
			Duration pause = backoff(tries.unreached() + 1, LONGEST_PAUSE_IN_OUTAGE);
			Duration outage = tries.outage().plus(pause);
			if (outage.compareTo(this.maxOutage) <= 0) {
				return new Again(tries.unreached(outage), withJitter(pause));
			}
		}
		return (tries.number() < this.maxAttempts)
				? new Again(tries.failed(), withJitter(backoff(tries.number(), this.maxWait))) : null;
	}

	private @Nullable Again afterFailure(BaleMethod<?> method, BaleException error, Tries tries) {
		if (tries.number() >= this.maxAttempts || !canBeSentAgain(method)) {
			return null;
		}
		Duration pause = null;
		if (error instanceof BaleTooManyRequestsException refusal) {
			pause = pauseThatBaleWants(refusal, tries.number());
		}
		else if (method instanceof IdempotentMethod
				&& (error instanceof BaleTransportException || error instanceof BaleServerException)) {
			pause = backoff(tries.number(), this.maxWait);
		}
		return (pause != null) ? new Again(tries.failed(), withJitter(pause)) : null;
	}

	private @Nullable Duration pauseThatBaleWants(BaleTooManyRequestsException refusal, int failures) {
		Duration wanted = refusal.getRetryAfter();
		Duration pause = (wanted != null && !wanted.isZero()) ? wanted : UNKNOWN_PAUSE.multipliedBy(failures);
		return (pause.compareTo(this.maxWait) <= 0) ? pause : null;
	}

	private Duration backoff(int failures, Duration longest) {
		Duration pause = FIRST_BACKOFF.multipliedBy(1L << Math.min(failures - 1, 16));
		Duration limit = (longest.compareTo(this.maxWait) <= 0) ? longest : this.maxWait;
		return (pause.compareTo(limit) <= 0) ? pause : limit;
	}

	private static Duration withJitter(Duration pause) {
		return pause.plusNanos((long) (pause.toNanos() * JITTER * ThreadLocalRandom.current().nextDouble()));
	}

	private static boolean canBeSentAgain(BaleMethod<?> method) {
		return !(method instanceof FileMethod<?> withFiles)
				|| withFiles.files().stream().allMatch(InputFile::isRepeatable);
	}

	/**
	 * What was tried.
	 *
	 * @param priority whether somebody waits for the call
	 * @param number how often it was made, but for those during an outage
	 * @param unreached how often an interactive call did not reach Bale
	 * @param outage how long it has paused because of that
	 */
	private record Tries(CallPriority priority, int number, int unreached, Duration outage) {

		Tries failed() {
			return new Tries(this.priority, this.number + 1, this.unreached, this.outage);
		}

		Tries unreached(Duration outage) {
			return new Tries(this.priority, this.number, this.unreached + 1, outage);
		}

	}

	/**
	 * What is tried next.
	 *
	 * @param tries what was tried by then
	 * @param pause how long to wait before
	 */
	private record Again(Tries tries, Duration pause) {

	}

}
