package io.github.balethon.dispatch;

/**
 * The handler of an update was cancelled by an interrupt of its sender. The update has
 * not failed: it is acknowledged.
 */
final class HandlerCancelledException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	HandlerCancelledException() {
		super("The handler was cancelled by an interrupt of its sender", null, true, false);
	}

}
