package io.github.balethon.inbox;

/**
 * How an inbox learns what became of an update. Implemented by the inbox that hands the
 * update over and called through its {@link InboxEntry}.
 *
 * @since 0.1.0
 */
public interface Acknowledgment {

	/**
	 * Called by the worker before the first handler of an update is invoked. May block.
	 * @param entry the update
	 */
	default void begin(InboxEntry entry) {
	}

	/**
	 * Acknowledges a finished update.
	 * @param entry the update
	 */
	void acknowledge(InboxEntry entry);

	/**
	 * Counts a failed attempt of an update that will be retried.
	 * @param entry the update
	 */
	default void countFailedAttempt(InboxEntry entry) {
	}

	/**
	 * Makes an update a dead letter, which is not retried.
	 * @param entry the update
	 * @param reason the reason, without any content of the update
	 */
	void reject(InboxEntry entry, String reason);

}
