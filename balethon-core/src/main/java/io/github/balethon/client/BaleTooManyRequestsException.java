package io.github.balethon.client;

/**
 * The bot has sent too many requests. {@link #getRetryAfter()} returns the pause that
 * Bale requests, if it names one.
 *
 * @since 0.1.0
 */
public final class BaleTooManyRequestsException extends BaleApiException {

	BaleTooManyRequestsException(Refusal refusal) {
		super(refusal);
	}

}
