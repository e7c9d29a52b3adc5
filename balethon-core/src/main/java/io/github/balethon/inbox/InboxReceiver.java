package io.github.balethon.inbox;

import java.util.List;

import io.github.balethon.model.Update;

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
	 * Signals that an update was discarded, because it was accepted before. Does not
	 * block.
	 * @param updateId identifier of the update
	 */
	default void duplicate(long updateId) {
	}

	/**
	 * Returns the accepted updates that no handler has started, and discards them from
	 * memory.
	 * @return the updates
	 */
	List<InboxEntry> recall();

	/**
	 * Determines how an update is dispatched. Called once per receipt, before the update
	 * is handed over.
	 * @param update the update
	 * @return the route
	 */
	Route route(Update update);

}
