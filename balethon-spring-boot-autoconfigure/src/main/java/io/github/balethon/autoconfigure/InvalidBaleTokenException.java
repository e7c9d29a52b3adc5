package io.github.balethon.autoconfigure;

/**
 * Exception thrown if the token is missing or malformed. The message never contains the
 * token.
 */
final class InvalidBaleTokenException extends RuntimeException {

	private final String action;

	private InvalidBaleTokenException(String description, String action) {
		super(description);
		this.action = action;
	}

	static InvalidBaleTokenException missing() {
		return new InvalidBaleTokenException("'bale.token' is not set.",
				"Set 'bale.token', or the environment variable BALE_TOKEN, to the token from BotFather. "
						+ "To develop without a token, add the dependency 'balethon-emulator'.");
	}

	static InvalidBaleTokenException malformed(IllegalArgumentException reason) {
		return new InvalidBaleTokenException("'bale.token' is malformed. " + reason.getMessage() + ".",
				"Copy the complete token from BotFather, and check the environment variable or property that it is "
						+ "read from.");
	}

	String getAction() {
		return this.action;
	}

}
