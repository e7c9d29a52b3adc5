package io.github.balethon.client;

/**
 * There is no such chat, user or message for this bot; a person whom it may write to has
 * written to it before.
 *
 * @since 0.1.0
 */
public final class BaleNotFoundException extends BaleApiException {

	BaleNotFoundException(Refusal refusal) {
		super(refusal);
	}

}
