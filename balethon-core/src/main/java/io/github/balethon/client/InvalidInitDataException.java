package io.github.balethon.client;

/**
 * The {@code initData} of a mini app that must not be trusted. Answer the mini app with
 * status 401.
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
	 * What is wrong with it.
	 * @return the reason
	 */
	public Reason getReason() {
		return this.reason;
	}

	/**
	 * What can be wrong.
	 */
	public enum Reason {

		/** The text is not what Bale makes. */
		MALFORMED,
		/** The text was signed by somebody else, or for another bot, or was changed. */
		WRONG_SIGNATURE,
		/** The signature is right but too old, or from the future. */
		EXPIRED

	}

}
