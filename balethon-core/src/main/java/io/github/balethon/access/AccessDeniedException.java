package io.github.balethon.access;

import io.github.balethon.handler.UpdateRefusedException;

/**
 * Thrown when {@link BaleAccess @BaleAccess} denies the sender of an update access to a
 * handler. By default no reply is sent.
 *
 * @since 0.1.0
 * @see BaleAccess
 */
public final class AccessDeniedException extends UpdateRefusedException {

	/**
	 * Creates an exception.
	 * @param rule the rule that denies access
	 */
	public AccessDeniedException(String rule) {
		super("Access denied to the sender of the update, required: " + rule);
	}

}
