package io.github.balethon.inbox;

import java.util.List;

/**
 * Updates that are not retried: their handler failed at the last attempt, they crashed
 * the application, or they cannot be parsed. They are kept until they are replayed or
 * deleted.
 *
 * @since 0.1.0
 */
public interface DeadLetters {

	/**
	 * Returns the number of dead letters.
	 * @return the number
	 */
	long count();

	/**
	 * Returns a page of dead letters, in the order of their receipt.
	 * @param after identifier of the last dead letter of the previous page, or -1 for the
	 * first page
	 * @param limit the maximum number of dead letters
	 * @return the dead letters
	 */
	List<DeadLetter> list(long after, int limit);

	/**
	 * Replays a dead letter, behind all queued updates.
	 * @param id identifier of the dead letter
	 * @return whether the dead letter exists and can be parsed
	 * @throws IllegalStateException if this instance of the application does not handle
	 * updates now
	 */
	boolean replay(long id);

	/**
	 * Deletes a dead letter.
	 * @param id identifier of the dead letter
	 * @return whether the dead letter existed
	 */
	boolean delete(long id);

}
