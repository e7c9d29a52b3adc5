package io.github.balethon.handler.internal;

import org.jspecify.annotations.Nullable;

/**
 * Result of the selection for one handler.
 *
 * @param handler class and method, such as {@code ShopBot#start}
 * @param result whether the handler was selected
 * @param condition the first condition that the update did not match, such as
 * {@code content photo}, or {@code null} if there is none
 * @since 0.1.0
 */
public record HandlerResult(String handler, Result result, @Nullable String condition) {

	/**
	 * Result of the selection.
	 */
	public enum Result {

		/** The handler was selected. */
		SELECTED,
		/** The update does not match a condition of the handler. */
		CONDITION_FAILED,
		/** A handler of higher precedence was selected. */
		NOT_TRIED

	}

}
