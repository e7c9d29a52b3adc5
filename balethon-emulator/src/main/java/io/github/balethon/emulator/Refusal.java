package io.github.balethon.emulator;

/**
 * A method of Bale says no. It travels as an exception so that a method reads as the list
 * of what it needs.
 */
final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int code;

	Refusal(int code, String description) {
		super(description, null, false, false);
		this.code = code;
	}

	Answer answer() {
		return Envelope.failure(this.code, String.valueOf(getMessage()));
	}

}
