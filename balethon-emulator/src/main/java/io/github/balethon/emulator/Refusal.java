package io.github.balethon.emulator;

import io.github.balethon.emulator.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A method of Bale says no. It travels as an exception so that a method reads as the list
 * of what it needs. Bale's own words are often scarce; the reason is for whoever develops
 * the bot.
 */
final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int code;

	private final String description;

	private final String reason;

	private final @Nullable Quirk quirk;

	private final boolean on;

	Refusal(int code, String description) {
		this(code, description, description, null, false);
	}

	private Refusal(int code, String description, String reason, @Nullable Quirk quirk, boolean on) {
		super(description, null, false, false);
		this.code = code;
		this.description = description;
		this.reason = reason;
		this.quirk = quirk;
		this.on = on;
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

	static Refusal notFound() {
		return new Refusal(404, "Not Found");
	}

	/**
	 * The same with an explanation that the bot does not see.
	 * @param reason what is wrong and what to do
	 * @return the explained refusal
	 */
	Refusal because(String reason) {
		return new Refusal(this.code, this.description, reason, this.quirk, this.on);
	}

	/**
	 * The same where the call would be accepted in another reading of Bale's behaviour.
	 * @param quirk the quirk
	 * @param on whether the call is accepted with the quirk, or without it
	 * @return the refusal that names the quirk
	 */
	Refusal allowedBy(Quirk quirk, boolean on) {
		return new Refusal(this.code, this.description, this.reason, quirk, on);
	}

	int code() {
		return this.code;
	}

	String description() {
		return this.description;
	}

	String reason() {
		return this.reason;
	}

	@Nullable Quirk quirk() {
		return this.quirk;
	}

	/**
	 * Whether the quirk has to be switched on.
	 * @return whether on, rather than off
	 */
	boolean allowedWhenOn() {
		return this.on;
	}

	Answer answer() {
		return Envelope.failure(this.code, this.description);
	}

}
