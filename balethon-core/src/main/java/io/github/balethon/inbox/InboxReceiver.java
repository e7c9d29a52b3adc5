package io.github.balethon.inbox;

import java.util.List;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Who handles what an inbox accepted.
 *
 * @since 0.1.0
 */
public interface InboxReceiver {

	/**
	 * Takes accepted updates in their order, without waiting.
	 * @param entries the updates
	 */
	void accept(List<InboxEntry> entries);

	/**
	 * Gives back the updates that were accepted and that no handler has begun. They are
	 * not begun any more.
	 * @return the updates
	 */
	List<InboxEntry> recall();

	/**
	 * The lane of an update: updates of one lane are handled one at a time.
	 * @param update the update
	 * @return the lane, or {@code null} if the update stands in nobody's way
	 */
	@Nullable LaneKey lane(Update update);

	/**
	 * Whether an update cannot wait for room, as Bale wants it answered soon.
	 * @param update the update
	 * @return {@code true} if it is to be handed over at once
	 */
	default boolean isUrgent(Update update) {
		return false;
	}

}
