package io.github.balethon.callback;

import java.util.Locale;

import io.github.balethon.handler.UpdateRefusedException;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Thrown when a user presses a button with typed callback data that cannot be used. By
 * default the callback query is answered with the text of the code
 * {@code bale.callback.<reason>}, such as {@code bale.callback.expired}. A
 * {@link io.github.balethon.annotation.BaleExceptionHandler @BaleExceptionHandler} method
 * for this type replaces that answer.
 *
 * @since 0.1.0
 */
public final class InvalidCallbackDataException extends UpdateRefusedException {

	private final Reason reason;

	/**
	 * Creates an exception.
	 * @param reason why the data cannot be used
	 * @param code the code of the record
	 */
	public InvalidCallbackDataException(Reason reason, String code) {
		super("Callback data with the code '" + code + "' " + reason.description,
				new DefaultMessageSourceResolvable("bale.callback." + reason.name().toLowerCase(Locale.ROOT)));
		this.reason = reason;
	}

	/**
	 * Returns the reason.
	 * @return the reason
	 */
	public Reason getReason() {
		return this.reason;
	}

	/**
	 * Reason why callback data cannot be used.
	 */
	public enum Reason {

		/** The data was stored, and its store has discarded it. */
		EXPIRED("has expired"),
		/** The data has another version, or no handler takes its record. */
		OUTDATED("is outdated"),
		/** The signature is missing or invalid. */
		FORGED("has an invalid signature"),
		/** The data is malformed, or the record rejects it. */
		MALFORMED("is malformed");

		private final String description;

		Reason(String description) {
			this.description = description;
		}

	}

}
