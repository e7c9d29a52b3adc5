package io.github.balethon.dispatch;

/**
 * A step of an update.
 */
enum UpdateStep {

	/** Select and invoke the first handler. */
	HANDLE,

	/** Wait for a further message that the handler takes together with the first. */
	COLLECT,

	/** Invoke the next handler, to which the last one passes the update on. */
	PASS_ON,

	/** Invoke the exception handler, as a handler has failed. */
	RECOVER,

	/** Notify the interceptors that wait for the completion of the handler. */
	COMPLETE,

	/** Answer a callback query that the handler has not answered. */
	ANSWER

}
