package io.github.balethon.inbox;

import java.util.List;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Receives the updates that an inbox has accepted.
 *
 * @since 0.1.0
 */
public interface InboxReceiver {

	/**
	 * Receives accepted updates in order. Does not block.
	 * @param entries the updates
	 */
	void accept(List<InboxEntry> entries);

	/**
	 * Returns the accepted updates that no handler has started, and discards them from
	 * memory.
	 * @return the updates
	 */
	List<InboxEntry> recall();

	/**
	 * Returns the lane of an update. Updates of a lane are handled one at a time.
	 * @param update the update
	 * @return the lane, or {@code null} if the update is handled in no order
	 */
	@Nullable LaneKey lane(Update update);

	/**
	 * Whether an update skips the queue, because Bale expects a prompt answer.
	 * @param update the update
	 * @return {@code true} to hand it over immediately
	 */
	default boolean isUrgent(Update update) {
		return false;
	}

}
