package io.github.balethon.client;

/**
 * The bot is not allowed to do this: it lacks a right, or the user has blocked it.
 *
 * @since 0.1.0
 */
public final class BaleForbiddenException extends BaleApiException {

	BaleForbiddenException(Refusal refusal) {
		super(refusal);
	}

}
