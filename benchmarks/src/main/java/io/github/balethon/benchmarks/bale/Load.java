package io.github.balethon.benchmarks.bale;

/**
 * Messages that users send to a bot, and what becomes of them. Called by the only thread
 * of the server.
 */
public interface Load {

	/**
	 * Records that the contestant polls.
	 */
	default void polled() {
	}

	/**
	 * Number of messages that have arrived: the updates 1 to this number can be polled.
	 * @return the number
	 */
	int arrived();

	/**
	 * Records that the echo of a message was received.
	 * @param update identifier of the update with the message
	 */
	void echoed(int update);

	/**
	 * Records that an echo was edited.
	 * @param update identifier of the update with the message
	 */
	default void edited(int update) {
	}

	/**
	 * Records that the contestant has terminated, so that nobody waits for its echoes.
	 */
	void giveUp();

}
