package io.github.balethon.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;

import org.springframework.core.Ordered;
import org.springframework.util.Assert;

/**
 * Lets each person have so many updates handled in a period, and refuses the rest with a
 * {@link RateLimitExceededException}. Room comes back evenly over the period. Payments
 * are never refused.
 *
 * @since 0.1.0
 */
public final class SenderRateLimit implements BaleUpdateInterceptor, Ordered {

	// Beyond so many people, those who have all their room back are forgotten.
	private static final int MANY = 10_000;

	private final int updates;

	private final long periodNanos;

	private final LongSupplier clock;

	private final Map<Long, Account> accounts = new ConcurrentHashMap<>();

	/**
	 * Creates a limit.
	 * @param updates how many updates of one person are handled in a period
	 * @param period the period
	 */
	public SenderRateLimit(int updates, Duration period) {
		this(updates, period, System::nanoTime);
	}

	SenderRateLimit(int updates, Duration period, LongSupplier clock) {
		Assert.isTrue(updates > 0, "'updates' must be at least 1");
		Assert.isTrue(period.toNanos() > 0, "'period' must be longer than nothing");
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
		forgetTheIdle(now);
		Account account = this.accounts.compute(from.id(), (id,
				present) -> ((present != null) ? refilled(present, now) : new Account(this.updates, now, true)).take());
		if (!account.granted()) {
			double missing = 1 - account.room();
			throw new RateLimitExceededException(Duration.ofNanos((long) (missing * this.periodNanos / this.updates)));
		}
		return true;
	}

	private static boolean isPayment(UpdateKind kind) {
		return kind == UpdateKind.PRE_CHECKOUT_QUERY || kind == UpdateKind.SUCCESSFUL_PAYMENT;
	}

	private Account refilled(Account account, long now) {
		double gained = (double) (now - account.nanos()) / this.periodNanos * this.updates;
		return new Account(Math.min(this.updates, account.room() + gained), now, true);
	}

	private void forgetTheIdle(long now) {
		if (this.accounts.size() > MANY) {
			this.accounts.values().removeIf((account) -> refilled(account, now).room() >= this.updates);
		}
	}

	@Override
	public boolean awaitsCompletion() {
		return false;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 100;
	}

	int accounts() {
		return this.accounts.size();
	}

	/**
	 * How much room a person has.
	 *
	 * @param room number of updates, with what has grown of the next one
	 * @param nanos when that was so
	 * @param granted whether the last update had room
	 */
	private record Account(double room, long nanos, boolean granted) {

		Account take() {
			return (this.room >= 1) ? new Account(this.room - 1, this.nanos, true)
					: new Account(this.room, this.nanos, false);
		}

	}

}
