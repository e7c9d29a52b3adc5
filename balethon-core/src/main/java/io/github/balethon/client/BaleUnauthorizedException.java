package io.github.balethon.client;

/**
 * Bale does not know the token.
 *
 * @since 0.1.0
 */
public final class BaleUnauthorizedException extends BaleApiException {

	BaleUnauthorizedException(Refusal refusal) {
		super(refusal);
	}

}
