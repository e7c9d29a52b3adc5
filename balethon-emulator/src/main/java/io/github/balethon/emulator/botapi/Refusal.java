package io.github.balethon.emulator.botapi;

import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Quirks;
import org.jspecify.annotations.Nullable;

/**
 * A Bot API method refuses a call. Bale's descriptions are often terse; the reason is for
 * the developer of the bot.
 *
 * @since 0.1.0
 */
public final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int code;

	private final String description;

	private final String reason;

	private final @Nullable BaleQuirk quirk;

	private final boolean on;

	Refusal(int code, String description) {
		this(code, description, description, null, false);
	}

	private Refusal(int code, String description, String reason, @Nullable BaleQuirk quirk, boolean on) {
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

	static Refusal wrongToken(Quirks quirks) {
		if (quirks.has(BaleQuirk.WRONG_TOKEN_401)) {
			return new Refusal(401, "Unauthorized");
		}
		return quirks.has(BaleQuirk.WRONG_TOKEN_404) ? notFound() : new Refusal(403, "Bad Request: Token not found");
	}

	static Refusal unknownChat(Quirks quirks) {
		int code = quirks.has(BaleQuirk.UNKNOWN_CHAT_403) ? 403 : 404;
		return new Refusal(quirks.has(BaleQuirk.UNKNOWN_CHAT_400) ? 400 : code, "no such group or user")
			.because("there is no such chat or user, or the bot is not a member of the group");
	}

	/**
	 * Creates a refusal for a missing right.
	 * @param quirks the enabled quirks
	 * @param reason the missing right
	 * @return the refusal
	 */
	static Refusal missingRight(Quirks quirks, String reason) {
		return new Refusal(403,
				quirks.has(BaleQuirk.MISSING_RIGHT_FORBIDDEN) ? "Forbidden: permission_denied" : "permission_denied")
			.because(reason);
	}

	/**
	 * Returns a copy with a reason that the bot does not receive.
	 * @param reason the reason
	 * @return the copy
	 */
	Refusal because(String reason) {
		return new Refusal(this.code, this.description, reason, this.quirk, this.on);
	}

	/**
	 * Returns a copy for a call that another behaviour of Bale accepts.
	 * @param quirk the quirk
	 * @param on whether the call is accepted with the quirk, or without it
	 * @return the copy
	 */
	Refusal allowedBy(BaleQuirk quirk, boolean on) {
		return new Refusal(this.code, this.description, this.reason, quirk, on);
	}

	public int code() {
		return this.code;
	}

	public String description() {
		return this.description;
	}

	public String reason() {
		return this.reason;
	}

	public @Nullable BaleQuirk quirk() {
		return this.quirk;
	}

	/**
	 * Whether the quirk has to be enabled.
	 * @return whether to enable it, rather than to disable it
	 */
	public boolean allowedWhenOn() {
		return this.on;
	}

	public Answer answer() {
		return Envelope.failure(this.code, this.description);
	}

}
