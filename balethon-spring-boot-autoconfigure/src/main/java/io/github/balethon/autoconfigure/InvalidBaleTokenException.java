package io.github.balethon.autoconfigure;

/**
 * There is no token, or what is there cannot be one. Never says what is there.
 */
final class InvalidBaleTokenException extends RuntimeException {

	private final String action;

	private InvalidBaleTokenException(String description, String action) {
		super(description);
		this.action = action;
	}

	static InvalidBaleTokenException missing() {
		return new InvalidBaleTokenException("The bot has no token: 'bale.token' is not set.",
				"Set 'bale.token' (or the environment variable BALE_TOKEN) to the token that botfather gave you. "
						+ "To develop without a token, add the dependency 'balethon-emulator'.");
	}

	static InvalidBaleTokenException malformed(IllegalArgumentException reason) {
		return new InvalidBaleTokenException("'bale.token' is no bot token. " + reason.getMessage() + ".",
				"Copy the token from botfather again, the whole of it, and check that the variable it comes from "
						+ "is the right one.");
	}

	String getAction() {
		return this.action;
	}

}
