package io.github.balethon.access;

import io.github.balethon.handler.UpdateRefusedException;

/**
 * A person may not use a handler. By default nothing is answered.
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
		super("The sender may not use the handler: " + rule);
	}

}
