package io.github.balethon.inbox;

import java.util.List;

/**
 * The updates that are not tried again: their handler failed for the last time, the
 * application crashed over them, or they cannot be read. They stay until somebody looks
 * after them.
 *
 * @since 0.1.0
 */
public interface DeadLetters {

	/**
	 * How many there are.
	 * @return the number at this moment
	 */
	long count();

	/**
	 * A page of letters, in the order in which their updates were received.
	 * @param after the last letter of the page before, or -1 for the first page
	 * @param limit the largest number of letters
	 * @return the letters
	 */
	List<DeadLetter> list(long after, int limit);

	/**
	 * Hands an update over once more, behind all that wait already.
	 * @param id number of the letter
	 * @return whether there was such a letter, and it can be read
	 * @throws IllegalStateException if this instance of the application does not handle
	 * updates now
	 */
	boolean replay(long id);

	/**
	 * Forgets a letter for good.
	 * @param id number of the letter
	 * @return whether there was such a letter
	 */
	boolean delete(long id);

}
