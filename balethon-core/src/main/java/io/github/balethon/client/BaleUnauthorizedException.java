package io.github.balethon.client;

/**
 * Bale rejected the token.
 *
 * @since 0.1.0
 */
public final class BaleUnauthorizedException extends BaleApiException {

	BaleUnauthorizedException(Refusal refusal) {
		super(refusal);
	}

	@Override
	public boolean isTokenRefused() {
		return true;
	}

}
