package io.github.balethon.handler;

import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSourceResolvable;

/**
 * Rejects an update that must not be handled, for example because the sender lacks a
 * permission. Interceptors, conditions, argument resolvers and handlers may throw it. By
 * default the rejection is logged at {@code DEBUG} level, and the sender gets the
 * {@linkplain #getReply() reply} of the exception if it has one: as the notification of a
 * callback query, or else as a message. A
 * {@link io.github.balethon.annotation.BaleExceptionHandler @BaleExceptionHandler} method
 * replaces that reply.
 *
 * @since 0.1.0
 */
public class UpdateRefusedException extends RuntimeException {

	private final transient @Nullable MessageSourceResolvable reply;

	private final transient @Nullable ReplyMarkup replyMarkup;

	/**
	 * Creates an exception without a reply.
	 * @param message the reason, without input of the user
	 */
	public UpdateRefusedException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception.
	 * @param message the reason, without input of the user
	 * @param reply the reply to the sender, or {@code null} for none; resolved in the
	 * locale of the sender
	 */
	public UpdateRefusedException(String message, @Nullable MessageSourceResolvable reply) {
		super(message);
		this.reply = reply;
		this.replyMarkup = null;
	}

	/**
	 * Creates an exception whose reply has buttons.
	 * @param message the reason, without input of the user
	 * @param reply the reply to the sender
	 * @param replyMarkup the keyboard of the reply, which is therefore sent as a message
	 */
	public UpdateRefusedException(String message, MessageSourceResolvable reply, ReplyMarkup replyMarkup) {
		super(message);
		this.reply = reply;
		this.replyMarkup = replyMarkup;
	}

	/**
	 * Whether the update is refused because its sender exceeds a rate limit, for metrics
	 * and the Actuator endpoint.
	 * @return {@code true} for a rate limit; {@code false} by default
	 */
	public boolean isRateLimited() {
		return false;
	}

	/**
	 * Returns the keyboard of the reply.
	 * @return the keyboard, or {@code null} for none
	 */
	public @Nullable ReplyMarkup getReplyMarkup() {
		return this.replyMarkup;
	}

	/**
	 * Returns the reply to the sender.
	 * @return the reply, or {@code null} for none
	 */
	public @Nullable MessageSourceResolvable getReply() {
		return this.reply;
	}

}
