package io.github.balethon.callback.internal;

/**
 * Thrown for a type that is not supported as callback data.
 */
final class UnsupportedRecordException extends IllegalArgumentException {

	private final String description;

	private final String action;

	UnsupportedRecordException(String description, String action) {
		super(description + " " + action);
		this.description = description;
		this.action = action;
	}

	String getDescription() {
		return this.description;
	}

	String getAction() {
		return this.action;
	}

}
