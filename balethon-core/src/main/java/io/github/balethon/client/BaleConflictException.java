package io.github.balethon.client;

/**
 * The request conflicts with the state at Bale, such as a webhook of a bot that polls.
 *
 * @since 0.1.0
 */
public final class BaleConflictException extends BaleApiException {

	BaleConflictException(Refusal refusal) {
		super(refusal);
	}

}
