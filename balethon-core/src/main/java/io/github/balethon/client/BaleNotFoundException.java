package io.github.balethon.client;

/**
 * There is no such chat, user, message, file or method for this bot; a person whom it may
 * write to has written to it before, and a file can be downloaded for about an hour.
 *
 * @since 0.1.0
 */
public final class BaleNotFoundException extends BaleApiException {

	BaleNotFoundException(Refusal refusal) {
		super(refusal);
	}

}
