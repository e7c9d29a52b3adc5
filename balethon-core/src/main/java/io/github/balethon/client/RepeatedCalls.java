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
 */
final class RepeatedCalls implements BaleClientInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(RepeatedCalls.class);

	// Where Bale asks for a pause and does not say how long: 2 s, 4 s, 6 s.
	private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(2);

	private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

	// What failed together shall not come back together.
	private static final double JITTER = 0.1;

	private final int maxAttempts;

	private final Duration maxWait;

	private final Scheduler timer;

	/**
	 * Creates the interceptor.
	 * @param maxAttempts how often a call is made, at most
	 * @param maxWait the longest pause; if Bale asks for a longer one, the call fails
	 * @param timer what runs a call after its pause
	 */
	RepeatedCalls(int maxAttempts, Duration maxWait, Scheduler timer) {
		this.maxAttempts = maxAttempts;
		this.maxWait = maxWait;
		this.timer = timer;
	}

	@Override
	public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
		return attempt(method, next.execute(method), 1);
	}

	private <R> Mono<R> attempt(BaleMethod<R> method, Mono<R> call, int number) {
		if (number >= this.maxAttempts) {
			return call;
		}
		return call.onErrorResume(BaleException.class, (error) -> {
			Duration pause = pause(method, error, number);
			return (pause != null) ? again(method, call, number + 1, pause, error) : Mono.error(error);
		});
	}

	private <R> Mono<R> again(BaleMethod<R> method, Mono<R> call, int number, Duration pause, BaleException error) {
		logger.debug("Attempt {} of {} at {} follows in {} ms: {}", number, this.maxAttempts, method.methodName(),
				pause.toMillis(), error.getMessage());
		return Mono.deferContextual((chain) -> {
			BaleClientObservation.of(chain).event(BaleClientObservation.Events.RETRY);
			return Mono.delay(pause, this.timer).then(attempt(method, call, number));
		});
	}

	/**
	 * How long to wait before the next attempt.
	 * @param method the request
	 * @param error why it failed
	 * @param failures how often it has failed
	 * @return the pause, or {@code null} if the call is not repeated
	 */
	private @Nullable Duration pause(BaleMethod<?> method, BaleException error, int failures) {
		if (error instanceof BaleTooManyRequestsException refusal) {
			return canBeSentAgain(method) ? pauseThatBaleWants(refusal, failures) : null;
		}
		if (error instanceof BaleTransportException transport && !transport.isSent()) {
			return backoff(failures);
		}
		boolean unclear = error instanceof BaleTransportException || error instanceof BaleServerException;
		return (unclear && method instanceof IdempotentMethod && canBeSentAgain(method)) ? backoff(failures) : null;
	}

	private @Nullable Duration pauseThatBaleWants(BaleTooManyRequestsException refusal, int failures) {
		Duration wanted = refusal.getRetryAfter();
		Duration pause = (wanted != null && !wanted.isZero()) ? wanted : UNKNOWN_PAUSE.multipliedBy(failures);
		return (pause.compareTo(this.maxWait) <= 0) ? withJitter(pause) : null;
	}

	private Duration backoff(int failures) {
		Duration pause = FIRST_BACKOFF.multipliedBy(1L << Math.min(failures - 1, 16));
		return withJitter((pause.compareTo(this.maxWait) <= 0) ? pause : this.maxWait);
	}

	private static Duration withJitter(Duration pause) {
		return pause.plusNanos((long) (pause.toNanos() * JITTER * ThreadLocalRandom.current().nextDouble()));
	}

	private static boolean canBeSentAgain(BaleMethod<?> method) {
		return !(method instanceof FileMethod<?> withFiles)
				|| withFiles.files().stream().allMatch(InputFile::isRepeatable);
	}

}
