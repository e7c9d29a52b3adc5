package io.github.balethon.client;

/**
 * Something else is in the way, such as a webhook of a bot that polls.
 *
 * @since 0.1.0
 */
public final class BaleConflictException extends BaleApiException {

	BaleConflictException(Refusal refusal) {
		super(refusal);
	}

}
