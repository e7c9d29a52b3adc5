package io.github.balethon.client;

/**
 * The {@code initData} of a mini app is invalid and must not be trusted. Respond to the
 * mini app with status 401.
 *
 * @since 0.1.0
 */
public final class InvalidInitDataException extends RuntimeException {

	private final Reason reason;

	InvalidInitDataException(Reason reason, String message) {
		super(message);
		this.reason = reason;
	}

	/**
	 * Returns the reason.
	 * @return the reason
	 */
	public Reason getReason() {
		return this.reason;
	}

	/**
	 * Reasons for invalid init data.
	 */
	public enum Reason {

		/** The text is malformed. */
		MALFORMED,
		/**
		 * The signature is invalid: it was made for another bot, or the text was changed.
		 */
		WRONG_SIGNATURE,
		/** The signature is valid, but too old or in the future. */
		EXPIRED

	}

}
