package io.github.balethon.emulator.botapi;

import io.github.balethon.emulator.world.BaleQuirk;
import org.jspecify.annotations.Nullable;

/**
 * A parameter is not what it must be. The Bale side and the control side word it each in
 * their own way.
 *
 * @since 0.1.0
 */
public final class BadParameter extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String name;

	private final String expected;

	private final @Nullable BaleQuirk strict;

	public BadParameter(String name, String expected) {
		this(name, expected, null);
	}

	/**
	 * A parameter is not what it must be.
	 * @param name name of the parameter
	 * @param expected what it must be
	 * @param strict the quirk without which it would be accepted, or null
	 */
	public BadParameter(String name, String expected, @Nullable BaleQuirk strict) {
		super(name + " must be " + expected, null, false, false);
		this.name = name;
		this.expected = expected;
		this.strict = strict;
	}

	Refusal asRefusal() {
		Refusal refusal = Refusal.invalid(this.name).because(this.name + " must be " + this.expected);
		return (this.strict != null) ? refusal.allowedBy(this.strict, false) : refusal;
	}

	public String asSentence() {
		return "The field '" + this.name + "' must be " + this.expected + ".";
	}

}
