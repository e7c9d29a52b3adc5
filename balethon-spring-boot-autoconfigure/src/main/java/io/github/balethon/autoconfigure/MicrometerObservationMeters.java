package io.github.balethon.autoconfigure;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import io.github.balethon.client.ObservationMeters;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/**
 * Registers the meters with the meter registry of the application.
 */
final class MicrometerObservationMeters implements ObservationMeters {

	private static final Runnable NOT_MEASURED = () -> {
	};

	private final MeterRegistry registry;

	private final boolean longTasks;

	/**
	 * Creates the meters.
	 * @param registry the registry
	 * @param longTasks whether operations in progress are measured
	 */
	MicrometerObservationMeters(MeterRegistry registry, boolean longTasks) {
		this.registry = registry;
		this.longTasks = longTasks;
	}

	@Override
	public long now() {
		return this.registry.config().clock().monotonicTime();
	}

	@Override
	public LongConsumer timer(String name, KeyValues tags) {
		Timer timer = this.registry.timer(name, tags(tags));
		return (nanos) -> timer.record(nanos, TimeUnit.NANOSECONDS);
	}

	@Override
	public Runnable counter(String name, KeyValues tags) {
		return this.registry.counter(name, tags(tags))::increment;
	}

	@Override
	public Supplier<Runnable> longTaskTimer(String name, KeyValues tags) {
		if (!this.longTasks) {
			return () -> NOT_MEASURED;
		}
		LongTaskTimer timer = this.registry.more().longTaskTimer(name, tags(tags));
		return () -> timer.start()::stop;
	}

	private static Tags tags(KeyValues tags) {
		return Tags.of(tags.stream().map((tag) -> Tag.of(tag.getKey(), tag.getValue())).toList());
	}

}
