package io.github.balethon.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that runs like another one, and can be advanced.
 */
final class VirtualClock extends Clock {

	private final Clock clock;

	private final AtomicReference<Duration> advanced;

	VirtualClock(Clock clock) {
		this(clock, new AtomicReference<>(Duration.ZERO));
	}

	private VirtualClock(Clock clock, AtomicReference<Duration> advanced) {
		this.clock = clock;
		this.advanced = advanced;
	}

	void advance(Duration duration) {
		this.advanced.updateAndGet((before) -> before.plus(duration));
	}

	@Override
	public Instant instant() {
		return this.clock.instant().plus(this.advanced.get());
	}

	@Override
	public ZoneId getZone() {
		return this.clock.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new VirtualClock(this.clock.withZone(zone), this.advanced);
	}

}
