package io.github.balethon.emulator;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as the people in a chat see it now.
 *
 * @param messageId number of the message, which only its chat knows
 * @param chatId the chat it stands in
 * @param fromBot whether the bot wrote it
 * @param senderId user id of who wrote it
 * @param senderName first name of who wrote it
 * @param text the text, with its Markdown marks as they were sent
 * @param edited whether the text was changed after it was sent
 * @param replyToMessageId the message that it answers, or null
 * @param replyMarkup the keyboard as the bot sent it, or null; not to be changed
 * @param date when it was sent, in whole seconds
 * @since 0.1.0
 */
public record ChatMessage(long messageId, long chatId, boolean fromBot, long senderId, String senderName, String text,
		boolean edited, @Nullable Long replyToMessageId, @Nullable JsonNode replyMarkup, Instant date) {

	ChatMessage withText(String text) {
		return new ChatMessage(this.messageId, this.chatId, this.fromBot, this.senderId, this.senderName, text, true,
				this.replyToMessageId, this.replyMarkup, this.date);
	}

	ChatMessage withReplyMarkup(@Nullable JsonNode replyMarkup) {
		return new ChatMessage(this.messageId, this.chatId, this.fromBot, this.senderId, this.senderName, this.text,
				this.edited, this.replyToMessageId, replyMarkup, this.date);
	}

}
