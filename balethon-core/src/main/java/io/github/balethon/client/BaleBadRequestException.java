package io.github.balethon.client;

/**
 * A parameter was wrong, or the request cannot be done in this way.
 *
 * @since 0.1.0
 */
public final class BaleBadRequestException extends BaleApiException {

	BaleBadRequestException(Refusal refusal) {
		super(refusal);
	}

}
