package io.github.balethon.emulator.world;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A version of a message.
 *
 * @param messageId identifier of the message in its chat
 * @param chatId identifier of the chat
 * @param fromBot whether the bot is the sender
 * @param senderId user identifier of the sender
 * @param senderName first name of the sender
 * @param text the text or the caption; empty if none
 * @param edited whether the message was edited
 * @param replyToMessageId identifier of the message that it replies to, or {@code null}
 * @param replyMarkup the keyboard as the bot sent it, or {@code null}; not to be changed
 * @param date when the message was sent, in whole seconds
 * @param content the content in Bale's fields; not to be changed
 * @since 0.1.0
 */
public record Message(long messageId, long chatId, boolean fromBot, long senderId, String senderName, String text,
		boolean edited, @Nullable Long replyToMessageId, @Nullable JsonNode replyMarkup, Instant date,
		JsonNode content) {

	public String kind() {
		return MessageContent.kind(this.content);
	}

	/**
	 * Returns an edited version of this message.
	 * @param content the new content
	 * @param replyMarkup the new keyboard, or {@code null}
	 * @return the new version
	 */
	public Message changed(JsonNode content, @Nullable JsonNode replyMarkup) {
		return new Message(this.messageId, this.chatId, this.fromBot, this.senderId, this.senderName,
				MessageContent.words(content), true, this.replyToMessageId, replyMarkup, this.date, content);
	}

}
