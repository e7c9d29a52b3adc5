package io.github.balethon.dispatch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

import io.github.balethon.client.ObservationMeters;
import io.github.balethon.client.SafeObservations;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Observes updates from their receipt until they are finished, or times them if only
 * meters listen. No method throws, whatever the code of the application does that
 * observes.
 */
final class UpdateObservations {

	private static final DefaultBaleUpdateObservationConvention DEFAULT = new DefaultBaleUpdateObservationConvention();

	private final ObservationRegistry registry;

	private final SafeObservations observations;

	private final @Nullable BaleUpdateObservationConvention convention;

	private final @Nullable ObservationMeters meters;

	private final Map<Identity, Running> running = new ConcurrentHashMap<>();

	private final Map<Ended, LongConsumer> timers = new ConcurrentHashMap<>();

	UpdateObservations(ObservationRegistry registry, SafeObservations observations,
			@Nullable BaleUpdateObservationConvention convention, @Nullable ObservationMeters meters) {
		this.registry = registry;
		this.observations = observations;
		this.convention = convention;
		this.meters = meters;
	}

	private boolean observesEach() {
		return this.meters == null && !this.registry.isNoop();
	}

	/**
	 * Starts to observe updates. The caller hides the observation of its thread, as each
	 * update is a trace of its own.
	 * @param entries the updates
	 */
	void received(List<InboxEntry> entries) {
		if (!observesEach()) {
			return;
		}
		for (InboxEntry entry : entries) {
			BaleUpdateObservationContext context = new BaleUpdateObservationContext(entry.update());
			Observation observation = this.observations.start(() -> BaleUpdateObservation.UPDATE
				.observation(this.convention, DEFAULT, () -> context, this.registry));
			if (!observation.isNoop()) {
				this.running.put(new Identity(entry.update()), new Running(observation, context));
			}
		}
	}

	/**
	 * Signals that an attempt begins.
	 * @param entry the update
	 * @return the observation of the update, or {@code null} if it is not observed
	 */
	@Nullable Observation begin(InboxEntry entry) {
		if (!observesEach()) {
			return null;
		}
		Running current = this.running.get(new Identity(entry.update()));
		if (current == null) {
			return null;
		}
		this.observations.event(current.observation(), BaleUpdateObservation.Events.STARTED);
		return current.observation();
	}

	/**
	 * Stops to observe updates.
	 * @param entry the update, or those that were handled together
	 * @param outcome how they ended
	 * @param failure why they failed, or {@code null}
	 */
	void ended(InboxEntry entry, UpdateOutcome outcome, @Nullable Throwable failure) {
		Throwable error = (outcome == UpdateOutcome.FAILED) ? failure : null;
		ObservationMeters timed = this.meters;
		if (timed != null) {
			EntryGroup.members(entry).forEach((member) -> time(member, outcome, error, timed));
		}
		else if (observesEach()) {
			EntryGroup.members(entry).forEach((member) -> stop(member, outcome, error));
		}
	}

	private void stop(InboxEntry entry, UpdateOutcome outcome, @Nullable Throwable error) {
		Running ended = this.running.remove(new Identity(entry.update()));
		if (ended == null) {
			return;
		}
		ended.context().setOutcome(outcome);
		if (error != null) {
			this.observations.error(ended.observation(), error);
		}
		this.observations.stop(ended.observation());
	}

	private void time(InboxEntry entry, UpdateOutcome outcome, @Nullable Throwable error, ObservationMeters meters) {
		try {
			Ended key = new Ended(UpdateKind.of(entry.update()), outcome,
					(error != null) ? error.getClass().getSimpleName() : "none");
			LongConsumer timer = this.timers.computeIfAbsent(key,
					(absent) -> meters.timer(DEFAULT.getName(), absent.tags()));
			timer.accept(System.nanoTime() - entry.receivedNanos());
		}
		catch (Throwable ex) {
			this.observations.failed("stop", ex);
		}
	}

	/**
	 * An update by its identity: all entries of an update share it.
	 *
	 * @param update the update
	 */
	private record Identity(Update update) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Identity identity && identity.update == this.update;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this.update);
		}

	}

	private record Running(Observation observation, BaleUpdateObservationContext context) {

	}

	/**
	 * Tags of a finished update.
	 *
	 * @param kind its kind
	 * @param outcome how it ended
	 * @param error the type of its error
	 */
	private record Ended(UpdateKind kind, UpdateOutcome outcome, String error) {

		KeyValues tags() {
			return DefaultBaleUpdateObservationConvention.tags(this.kind, this.outcome).and("error", this.error);
		}

	}

}
