package io.github.balethon.emulator;

/**
 * A parameter is not what it must be. The Bale side and the control side word it each in
 * their own way.
 */
final class BadParameter extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String name;

	private final String expected;

	BadParameter(String name, String expected) {
		super(name + " must be " + expected, null, false, false);
		this.name = name;
		this.expected = expected;
	}

	String inWordsOfBale() {
		return this.name + ": must be a valid value";
	}

	String asSentence() {
		return "The field '" + this.name + "' must be " + this.expected + ".";
	}

}
