package io.github.balethon.security;

import io.github.balethon.client.InvalidInitDataException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.BadCredentialsException;

/**
 * The init data of a mini app was rejected. The application responds with status 401.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class InvalidInitDataAuthenticationException extends BadCredentialsException {

	private final InvalidInitDataException.@Nullable Reason reason;

	InvalidInitDataAuthenticationException(String message) {
		super(message);
		this.reason = null;
	}

	InvalidInitDataAuthenticationException(InvalidInitDataException cause) {
		super(String.valueOf(cause.getMessage()), cause);
		this.reason = cause.getReason();
	}

	/**
	 * Returns the reason.
	 * @return the reason, or {@code null} if valid init data has no user
	 */
	public InvalidInitDataException.@Nullable Reason getReason() {
		return this.reason;
	}

}
