package io.github.balethon.client;

/**
 * The bot has sent too many requests. {@link #getRetryAfter()} says when to go on, where
 * Bale tells it.
 *
 * @since 0.1.0
 */
public final class BaleTooManyRequestsException extends BaleApiException {

	BaleTooManyRequestsException(Refusal refusal) {
		super(refusal);
	}

}
