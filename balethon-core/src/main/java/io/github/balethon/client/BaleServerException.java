package io.github.balethon.client;

/**
 * Bale or its gateway failed. Whether the request took effect is unknown.
 *
 * @since 0.1.0
 */
public final class BaleServerException extends BaleApiException {

	BaleServerException(Refusal refusal) {
		super(refusal);
	}

}
