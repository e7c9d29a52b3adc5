package io.github.balethon.emulator.botapi;

import io.github.balethon.emulator.world.BaleQuirk;
import org.jspecify.annotations.Nullable;

/**
 * An invalid parameter. The Bot API and the control API report it with different texts.
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
	 * Creates an exception.
	 * @param name name of the parameter
	 * @param expected description of valid values
	 * @param strict the quirk that refuses the value, or {@code null}
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
