package io.github.balethon.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.internal.IdleEntries;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;

import org.springframework.core.Ordered;
import org.springframework.util.Assert;

/**
 * Limits the number of updates of each user per period (token bucket). Updates above the
 * limit are rejected with a {@link RateLimitExceededException}. Payments are never
 * rejected.
 *
 * @since 0.1.0
 */
public final class SenderRateLimit implements BaleUpdateInterceptor, Ordered {

	// From this number of users on, full buckets are removed.
	private static final int MANY = 10_000;

	private final int updates;

	private final long periodNanos;

	private final LongSupplier clock;

	private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();

	private final IdleEntries<Bucket> idleBuckets = new IdleEntries<>(this.buckets, MANY);

	/**
	 * Creates a rate limit.
	 * @param updates the maximum number of updates of one user per period
	 * @param period the period
	 */
	public SenderRateLimit(int updates, Duration period) {
		this(updates, period, System::nanoTime);
	}

	SenderRateLimit(int updates, Duration period, LongSupplier clock) {
		Assert.isTrue(updates > 0, "'updates' must be at least 1");
		Assert.isTrue(period.toNanos() > 0, "'period' must be positive");
		this.updates = updates;
		this.periodNanos = period.toNanos();
		this.clock = clock;
	}

	@Override
	public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
		User from = context.update().from();
		if (from == null || isPayment(context.kind())) {
			return true;
		}
		long now = this.clock.getAsLong();
		this.idleBuckets.removeIf((bucket) -> refilled(bucket, now).tokens() >= this.updates);
		Bucket bucket = this.buckets.compute(from.id(), (id,
				present) -> ((present != null) ? refilled(present, now) : new Bucket(this.updates, now, true)).take());
		if (!bucket.granted()) {
			double missing = 1 - bucket.tokens();
			throw new RateLimitExceededException(Duration.ofNanos((long) (missing * this.periodNanos / this.updates)));
		}
		return true;
	}

	private static boolean isPayment(UpdateKind kind) {
		return kind == UpdateKind.PRE_CHECKOUT_QUERY || kind == UpdateKind.SUCCESSFUL_PAYMENT;
	}

	private Bucket refilled(Bucket bucket, long now) {
		double gained = (double) (now - bucket.nanos()) / this.periodNanos * this.updates;
		return new Bucket(Math.min(this.updates, bucket.tokens() + gained), now, true);
	}

	@Override
	public boolean awaitsCompletion(BaleHandlerMethod handler) {
		return false;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 100;
	}

	int buckets() {
		return this.buckets.size();
	}

	/**
	 * Token bucket of one user.
	 *
	 * @param tokens number of updates that may be handled, including a fraction
	 * @param nanos time of the last refill
	 * @param granted whether the last update took a token
	 */
	private record Bucket(double tokens, long nanos, boolean granted) {

		Bucket take() {
			return (this.tokens >= 1) ? new Bucket(this.tokens - 1, this.nanos, true)
					: new Bucket(this.tokens, this.nanos, false);
		}

	}

}
