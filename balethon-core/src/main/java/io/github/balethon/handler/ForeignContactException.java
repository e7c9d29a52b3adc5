package io.github.balethon.handler;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Thrown when a user sends the contact of another user to a handler that requires their
 * own.
 *
 * @since 0.1.0
 * @see io.github.balethon.annotation.OwnContact
 */
public final class ForeignContactException extends UpdateRefusedException {

	/**
	 * Creates an exception.
	 */
	public ForeignContactException() {
		super("The contact does not belong to the sender", new DefaultMessageSourceResolvable("bale.contact.foreign"));
	}

}
