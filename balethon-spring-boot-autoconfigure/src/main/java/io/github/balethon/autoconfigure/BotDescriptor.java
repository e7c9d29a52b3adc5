package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.UpdateInProgress;
import io.github.balethon.handler.internal.HandlerDescription;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.InboxStatus;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceStatus;
import org.jspecify.annotations.Nullable;

/**
 * State of a bot, as shown by the Actuator endpoint. It contains no content of updates.
 *
 * @param paused whether the bot is paused, so that it receives no updates
 * @param source the update source
 * @param inbox the inbox
 * @param workers the workers
 * @param updates the updates in memory
 * @param handlers the handlers
 */
record BotDescriptor(boolean paused, SourceDescriptor source, InboxDescriptor inbox, WorkersDescriptor workers,
		UpdatesDescriptor updates, List<HandlerDescription> handlers) {

	private static final int MAX_IN_PROGRESS = 100;

	/**
	 * The update source.
	 *
	 * @param description what kind of source it is
	 * @param state its state
	 * @param lastContactSecondsAgo the time since it last reached Bale
	 * @param lastFailure its last failure
	 */
	record SourceDescriptor(String description, UpdateSourceStatus.State state, @Nullable Long lastContactSecondsAgo,
			@Nullable String lastFailure) {

		static SourceDescriptor of(UpdateSource source) {
			UpdateSourceStatus status = source.status();
			Duration age = status.lastContactAge();
			return new SourceDescriptor(source.description(), status.state(), (age != null) ? age.toSeconds() : null,
					status.lastFailure());
		}

	}

	/**
	 * The inbox.
	 *
	 * @param description its delivery guarantee
	 * @param unfinished number of updates that are not finished
	 * @param deadLetters number of dead letters
	 * @param trouble why updates cannot be stored at present
	 * @param details further details, such as the partitions of this instance
	 */
	record InboxDescriptor(String description, long unfinished, @Nullable Long deadLetters, @Nullable String trouble,
			Map<String, Object> details) {

		static InboxDescriptor of(InboxStatus inbox, DeadLetters deadLetters) {
			return new InboxDescriptor(inbox.promise(), inbox.unfinished(), count(deadLetters), inbox.trouble(),
					inbox.details());
		}

		// Their number is unknown while the inbox is not available.
		private static @Nullable Long count(DeadLetters deadLetters) {
			try {
				return deadLetters.count();
			}
			catch (InboxUnavailableException ex) {
				return null;
			}
		}

	}

	/**
	 * The workers.
	 *
	 * @param active number of active workers
	 * @param max maximum number of workers
	 * @param overdue number of handlers that ignore their timeout
	 */
	record WorkersDescriptor(int active, int max, int overdue) {

		static WorkersDescriptor of(Dispatcher dispatcher) {
			return new WorkersDescriptor(dispatcher.activeWorkers(), dispatcher.settings().maxWorkers(),
					dispatcher.overdue());
		}

	}

	/**
	 * The updates in memory.
	 *
	 * @param inFlight number of updates that are accepted and not finished
	 * @param waiting number of updates that no worker has begun
	 * @param lanes number of lanes with an update
	 * @param callsInFlight number of calls to Bale in flight
	 * @param inProgress the updates that a worker has begun, the oldest first
	 */
	record UpdatesDescriptor(int inFlight, long waiting, int lanes, int callsInFlight,
			List<InProgressDescriptor> inProgress) {

		static UpdatesDescriptor of(Dispatcher dispatcher) {
			return new UpdatesDescriptor(dispatcher.inFlight(), dispatcher.statistics().waiting(), dispatcher.lanes(),
					dispatcher.callsInFlight(),
					dispatcher.inProgress().stream().limit(MAX_IN_PROGRESS).map(InProgressDescriptor::of).toList());
		}

	}

	/**
	 * An update that a worker has begun.
	 *
	 * @param updateId identifier of the update
	 * @param kind kind of the update
	 * @param handler class and method of its handler
	 * @param ageMillis time since it was received
	 * @param overdue whether its handler ignores its timeout
	 */
	record InProgressDescriptor(long updateId, UpdateKind kind, @Nullable String handler, long ageMillis,
			boolean overdue) {

		static InProgressDescriptor of(UpdateInProgress update) {
			return new InProgressDescriptor(update.updateId(), update.kind(), update.handler(), update.age().toMillis(),
					update.overdue());
		}

	}

}
