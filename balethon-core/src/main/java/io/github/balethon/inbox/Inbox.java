package io.github.balethon.inbox;

import java.time.Duration;

import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.conversation.ConversationStore;
import org.jspecify.annotations.Nullable;

/**
 * Stores updates from their receipt until they are finished. An {@link InboxAppender} for
 * the source of updates, which hands them over to an {@link InboxReceiver} as
 * {@linkplain InboxEntry entries} that acknowledge themselves. The methods of this
 * interface follow the life cycle of the bot; those of {@link InboxStatus} are for its
 * operation.
 *
 * @since 0.1.0
 */
public interface Inbox extends InboxAppender, InboxStatus {

	/**
	 * Sets the receiver of accepted updates. Called once, before all other methods.
	 * @param receiver the receiver
	 */
	void open(InboxReceiver receiver);

	/**
	 * Checks that updates can be stored. Called when an application with handlers starts.
	 * @throws RuntimeException if they cannot, for a reason that a retry does not remove
	 */
	default void prepare() {
	}

	/**
	 * Starts the graceful shutdown: hands over nothing more, and recalls the updates that
	 * no handler has begun if a later start can hand them over again.
	 */
	default void suspend() {
	}

	/**
	 * Completes the graceful shutdown: persists what is acknowledged, and lets another
	 * instance claim the inbox.
	 * @param timeout the maximum time to block
	 */
	default void release(Duration timeout) {
	}

	/**
	 * Whether this instance of the application hands updates over, so that it handles
	 * timeouts of conversations, too.
	 * @return {@code false} while another instance owns the inbox, or after
	 * {@link #suspend()}
	 */
	default boolean isActive() {
		return true;
	}

	/**
	 * Whether this instance of the application handles the updates of a lane, and thus
	 * the timeouts of its conversations.
	 * @param route a route with a lane
	 * @return {@code false} if another instance does, or none at the moment
	 */
	default boolean handles(Route route) {
		return isActive();
	}

	/**
	 * Returns a store of conversations whose changes are written in the transaction that
	 * acknowledges the update.
	 * @param maxInMemory maximum number of conversations that are cached in memory
	 * @return the store, or {@code null} if this inbox stores no conversations
	 */
	default @Nullable ConversationStore conversations(int maxInMemory) {
		return null;
	}

	/**
	 * Returns a store of callback data in the database of this inbox.
	 * @param timeToLive the time after which data expires
	 * @return the store, or {@code null} if this inbox stores no callback data
	 */
	default @Nullable CallbackDataStore callbackData(Duration timeToLive) {
		return null;
	}

	/**
	 * Erases what is stored about a user: finished updates, dead letters and
	 * conversations. Updates that are waiting or in progress are finished first, so
	 * invoke it again when they are. Updates of other users that quote the user, and
	 * callback data, which belongs to no user, are kept. Blocks.
	 * @param userId identifier of the user
	 * @return the number of erased updates and conversations
	 * @throws IllegalStateException if another instance of the application handles the
	 * updates
	 * @throws UnsupportedOperationException if this inbox does not support it, which is
	 * the default
	 */
	default int erase(long userId) {
		throw new UnsupportedOperationException(getClass().getName() + " does not support erasing users");
	}

	/**
	 * Finds an update that is still stored. May block.
	 * @param updateId identifier of the update
	 * @return the update, or {@code null} if it is not stored, or this inbox cannot find
	 * updates
	 */
	default @Nullable StoredUpdate find(long updateId) {
		return null;
	}

	/**
	 * Updates that are not retried.
	 * @return the dead letters of this inbox
	 */
	DeadLetters deadLetters();

}
