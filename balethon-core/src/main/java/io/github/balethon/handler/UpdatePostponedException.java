package io.github.balethon.handler;

import org.jspecify.annotations.Nullable;

/**
 * Postpones an update, because something that is required to handle it is temporarily
 * unavailable. The update is attempted again every second until it succeeds, however many
 * attempts that takes; the next updates of its sender remain behind it. Argument
 * resolvers, interceptors and update resumers may throw it. A handler should not, as its
 * calls would be repeated as often.
 *
 * @since 0.1.0
 * @see UpdateRefusedException
 */
public class UpdatePostponedException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message the reason, without input of the user
	 * @param cause the cause, if known
	 */
	public UpdatePostponedException(@Nullable String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
