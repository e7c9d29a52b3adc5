package io.github.balethon.inbox;

import java.time.Duration;

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
	 * Updates that are not retried.
	 * @return the dead letters of this inbox
	 */
	DeadLetters deadLetters();

}
