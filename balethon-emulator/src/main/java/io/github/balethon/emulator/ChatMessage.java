package io.github.balethon.emulator;

import java.time.Instant;
import java.util.List;

import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.MessageContent;
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
 * @param text the text or the caption, with its Markdown marks as they were sent; empty
 * if there is none
 * @param edited whether it was changed after it was sent
 * @param replyToMessageId the message that it answers, or null
 * @param replyMarkup the keyboard as the bot sent it, or null; not to be changed
 * @param date when it was sent, in whole seconds
 * @param content what it holds, in the fields of Bale: {@code text}, {@code photo},
 * {@code caption} …; not to be changed
 * @since 0.1.0
 */
public record ChatMessage(long messageId, long chatId, boolean fromBot, long senderId, String senderName, String text,
		boolean edited, @Nullable Long replyToMessageId, @Nullable JsonNode replyMarkup, Instant date,
		JsonNode content) {

	/**
	 * A message that is a text.
	 * @param messageId number of the message
	 * @param chatId the chat it stands in
	 * @param fromBot whether the bot wrote it
	 * @param senderId user id of who wrote it
	 * @param senderName first name of who wrote it
	 * @param text the text
	 * @param edited whether it was changed
	 * @param replyToMessageId the message that it answers, or null
	 * @param replyMarkup the keyboard, or null
	 * @param date when it was sent
	 */
	public ChatMessage(long messageId, long chatId, boolean fromBot, long senderId, String senderName, String text,
			boolean edited, @Nullable Long replyToMessageId, @Nullable JsonNode replyMarkup, Instant date) {
		this(messageId, chatId, fromBot, senderId, senderName, text, edited, replyToMessageId, replyMarkup, date,
				MessageContent.text(text));
	}

	/**
	 * What the message is.
	 * @return the name of Bale's field: {@code text}, {@code photo}, {@code voice},
	 * {@code audio}, {@code video}, {@code animation}, {@code contact}, {@code location},
	 * {@code sticker}, {@code document}, {@code invoice}, …
	 */
	public String kind() {
		return MessageContent.kind(this.content);
	}

	/**
	 * The file that the message holds; of a photo the largest size.
	 * @return the id of the file, or null if there is none
	 * @see BaleEmulator#file(String)
	 */
	public @Nullable String fileId() {
		return MessageContent.fileId(this.content);
	}

	static ChatMessage of(Message message) {
		return new ChatMessage(message.messageId(), message.chatId(), message.fromBot(), message.senderId(),
				message.senderName(), message.text(), message.edited(), message.replyToMessageId(),
				message.replyMarkup(), message.date(), message.content());
	}

	static List<ChatMessage> listOf(List<Message> messages) {
		return messages.stream().map(ChatMessage::of).toList();
	}

	Message toMessage() {
		return new Message(this.messageId, this.chatId, this.fromBot, this.senderId, this.senderName, this.text,
				this.edited, this.replyToMessageId, this.replyMarkup, this.date, this.content);
	}

}
