package io.github.balethon.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message: Bale's {@code Message}, as far as this version knows it.
 *
 * @param messageId number of the message inside its chat
 * @param from the sender; missing for channel messages
 * @param date moment of sending, in Unix seconds
 * @param chat the chat that the message is in
 * @param senderChat the chat in whose name the message was sent
 * @param replyToMessage the message that this one answers
 * @param editDate moment of the last edit, in Unix seconds
 * @param text text of the message
 * @param entities mentions and commands in the text
 * @param caption text below a photo or a file
 * @param replyMarkup inline keyboard of the message
 * @since 0.1.0
 */
public record Message(long messageId, @Nullable User from, long date, @Nullable Chat chat, @Nullable Chat senderChat,
		@Nullable Message replyToMessage, @Nullable Long editDate, @Nullable String text, List<MessageEntity> entities,
		@Nullable String caption, @Nullable InlineKeyboardMarkup replyMarkup) {

	public Message {
		// Bale leaves a list out, or sends null, when there is nothing in it.
		entities = (entities != null) ? entities : List.of();
	}

	/**
	 * The moment of sending.
	 * @return the date as an instant
	 */
	public Instant sentAt() {
		return Instant.ofEpochSecond(this.date);
	}

	/**
	 * Numbers only: what people write does not belong into logs.
	 */
	@Override
	public String toString() {
		return "Message[messageId=" + this.messageId + ", from=" + this.from + ", chat=" + this.chat + "]";
	}

}
