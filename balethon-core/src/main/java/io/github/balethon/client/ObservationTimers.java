package io.github.balethon.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * Meters of an operation with the names, tags and values that Micrometer's
 * {@code DefaultMeterObservationHandler} would derive from its observations, each created
 * once. No method throws.
 *
 * @since 0.1.0
 */
public final class ObservationTimers {

	private static final Runnable NOT_MEASURED = () -> {
	};

	private final ObservationMeters meters;

	private final SafeObservations observations;

	private final String name;

	private final KeyValues startTags;

	// By the tags at the end, for all outcomes but success.
	private final Map<KeyValues, LongConsumer> failures = new ConcurrentHashMap<>();

	private volatile @Nullable LongConsumer success;

	private volatile @Nullable Supplier<Runnable> active;

	/**
	 * Creates the timers of an operation.
	 * @param meters creates the meters
	 * @param observations logs errors of the meters
	 * @param name the name of the observation
	 * @param startTags the tags of an operation in progress, and of a successful one
	 */
	public ObservationTimers(ObservationMeters meters, SafeObservations observations, String name,
			KeyValues startTags) {
		this.meters = meters;
		this.observations = observations;
		this.name = name;
		this.startTags = startTags;
	}

	/**
	 * Starts an operation.
	 * @return the operation in progress
	 */
	public Sample start() {
		Runnable task = NOT_MEASURED;
		try {
			Supplier<Runnable> current = this.active;
			if (current == null) {
				current = this.meters.longTaskTimer(this.name + ".active", this.startTags);
				this.active = current;
			}
			task = current.get();
		}
		catch (Throwable ex) {
			this.observations.failed("start", ex);
		}
		return new Sample(this.meters.now(), task);
	}

	private LongConsumer success() {
		LongConsumer current = this.success;
		if (current == null) {
			current = timer(this.startTags, null);
			this.success = current;
		}
		return current;
	}

	private LongConsumer timer(KeyValues tags, @Nullable Throwable error) {
		return this.meters.timer(this.name, withError(tags, error));
	}

	private static KeyValues withError(KeyValues tags, @Nullable Throwable error) {
		return tags.and("error", (error != null) ? error.getClass().getSimpleName() : "none");
	}

	/**
	 * An operation in progress.
	 */
	public final class Sample {

		private final long started;

		private final Runnable task;

		private Sample(long started, Runnable task) {
			this.started = started;
			this.task = task;
		}

		/**
		 * Counts an event of the operation.
		 * @param event the name of the event
		 */
		public void event(String event) {
			ObservationTimers timers = ObservationTimers.this;
			try {
				timers.meters.counter(timers.name + "." + event, timers.startTags).run();
			}
			catch (Throwable ex) {
				timers.observations.failed("event", ex);
			}
		}

		/**
		 * Stops the operation, which was successful.
		 */
		public void stop() {
			stop(ObservationTimers.this::success);
		}

		/**
		 * Stops the operation, which was not successful.
		 * @param tags the tags
		 * @param error the error, or {@code null} if there is none
		 */
		public void stop(KeyValues tags, @Nullable Throwable error) {
			stop(() -> ObservationTimers.this.failures.computeIfAbsent(withError(tags, error),
					(all) -> ObservationTimers.this.meters.timer(ObservationTimers.this.name, all)));
		}

		private void stop(Supplier<LongConsumer> timer) {
			try {
				long nanos = ObservationTimers.this.meters.now() - this.started;
				timer.get().accept(nanos);
			}
			catch (Throwable ex) {
				ObservationTimers.this.observations.failed("stop", ex);
			}
			try {
				this.task.run();
			}
			catch (Throwable ex) {
				ObservationTimers.this.observations.failed("stop", ex);
			}
		}

	}

}
