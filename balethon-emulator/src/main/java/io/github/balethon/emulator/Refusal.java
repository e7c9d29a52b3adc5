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

	static Refusal blank(String name) {
		return new Refusal(400, name + ": cannot be blank");
	}

	static Refusal invalid(String name) {
		return new Refusal(400, name + ": must be a valid value");
	}

	static Refusal messageNotFound() {
		return new Refusal(400, "Bad Request: message not found");
	}

	Answer answer() {
		return Envelope.failure(this.code, String.valueOf(getMessage()));
	}

}
