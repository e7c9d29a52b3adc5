package io.github.balethon.handler;

/**
 * Return value of a handler that controls whether the next matching handler is invoked.
 *
 * @since 0.1.0
 */
public enum BaleFlow {

	/** No other handler is invoked. */
	STOP,
	/** The next matching handler is invoked. */
	NEXT;

	/**
	 * Passes the update on to the next matching handler.
	 * @return {@link #NEXT}
	 */
	public static BaleFlow next() {
		return NEXT;
	}

	/**
	 * Ends the selection of handlers, like any other return value.
	 * @return {@link #STOP}
	 */
	public static BaleFlow stop() {
		return STOP;
	}

}
