package io.github.balethon.handler;

/**
 * What a handler may return to say whether the next handler gets the update too.
 *
 * @since 0.1.0
 */
public enum BaleFlow {

	/** The update is handled. */
	STOP,
	/** The update goes on to the next handler that is meant for it. */
	NEXT;

	/**
	 * Passes the update on to the next handler that is meant for it.
	 * @return {@link #NEXT}
	 */
	public static BaleFlow next() {
		return NEXT;
	}

	/**
	 * Ends the way of the update here, as every handler does that returns something else.
	 * @return {@link #STOP}
	 */
	public static BaleFlow stop() {
		return STOP;
	}

}
