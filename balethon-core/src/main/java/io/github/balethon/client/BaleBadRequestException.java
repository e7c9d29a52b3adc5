package io.github.balethon.client;

/**
 * A parameter is invalid, or the request is not possible in the current state.
 *
 * @since 0.1.0
 */
public final class BaleBadRequestException extends BaleApiException {

	BaleBadRequestException(Refusal refusal) {
		super(refusal);
	}

}
