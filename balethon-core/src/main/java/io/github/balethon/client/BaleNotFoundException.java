package io.github.balethon.client;

/**
 * The chat, user, message, file or method does not exist for this bot. A bot can only
 * write to users who have written to it before, and a file can be downloaded for about an
 * hour.
 *
 * @since 0.1.0
 */
public final class BaleNotFoundException extends BaleApiException {

	BaleNotFoundException(Refusal refusal) {
		super(refusal);
	}

}
