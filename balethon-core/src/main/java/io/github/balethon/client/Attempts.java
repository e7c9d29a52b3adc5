package io.github.balethon.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.FileMethod;
import io.github.balethon.method.IdempotentMethod;
import io.github.balethon.method.InputFile;
import org.jspecify.annotations.Nullable;

import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The attempts of one call so far, which determine whether it is retried. A call is
 * retried where that is safe: Bale has rejected it with a request to wait, it has not
 * reached Bale, or it is an {@link IdempotentMethod} without a response. A call that
 * sends a message is not retried after an unclear failure, because the message may have
 * arrived.
 * <p>
 * An {@link CallPriority#INTERACTIVE} call survives an outage: while Bale cannot be
 * reached, it is retried for {@code maxOutage}, regardless of the number of attempts.
 */
final class Attempts {

	// If Bale requests a pause without a length: 2 s, 4 s, 6 s.
	private static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(2);

	private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

	// An answer should not arrive much later than the end of an outage.
	private static final Duration LONGEST_PAUSE_IN_OUTAGE = Duration.ofSeconds(5);

	// Calls that failed together should not be retried together.
	private static final double JITTER = 0.1;

	private final RetrySettings settings;

	private final BaleMethod<?> method;

	private final CallPriority priority;

	private final BackOffExecution backOff;

	private final BackOffExecution outageBackOff;

	private int failures;

	private Duration outage = Duration.ZERO;

	Attempts(RetrySettings settings, BaleMethod<?> method, CallPriority priority) {
		this.settings = settings;
		this.method = method;
		this.priority = priority;
		this.backOff = backOff(settings.maxWait(), settings);
		this.outageBackOff = backOff(LONGEST_PAUSE_IN_OUTAGE, settings);
	}

	private static BackOffExecution backOff(Duration longestPause, RetrySettings settings) {
		Duration longest = (longestPause.compareTo(settings.maxWait()) <= 0) ? longestPause : settings.maxWait();
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_BACKOFF.toMillis(), 2);
		backOff.setMaxInterval(longest.toMillis());
		return backOff.start();
	}

	/**
	 * Returns the pause before the next attempt.
	 * @param error the failure of the last attempt
	 * @return the pause, or {@code null} if there is no further attempt
	 */
	@Nullable Duration pauseAfter(BaleException error) {
		if (this.settings.maxAttempts() == 1) {
			return null;
		}
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
		if (outage.compareTo(this.settings.maxOutage()) > 0) {
			return null;
		}
		this.outage = outage;
		return pause;
	}

	private @Nullable Duration pauseAfterFailure(BaleException error) {
		this.failures++;
		if (this.failures >= this.settings.maxAttempts()) {
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
		return (pause.compareTo(this.settings.maxWait()) <= 0) ? pause : null;
	}

	private boolean canBeSentAgain() {
		return !(this.method instanceof FileMethod<?> withFiles)
				|| withFiles.files().stream().allMatch(InputFile::isRepeatable);
	}

	private Duration withJitter(Duration pause) {
		return pause.plusNanos((long) (pause.toNanos() * JITTER * ThreadLocalRandom.current().nextDouble()));
	}

	private static boolean isUnreached(BaleException error) {
		return error instanceof BaleTransportException transport && !transport.isSent();
	}

}
