package io.github.balethon.emulator;

import java.time.Instant;
import java.util.List;

import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.MessageContent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message in its latest version.
 *
 * @param messageId identifier of the message, unique in its chat
 * @param chatId identifier of the chat
 * @param fromBot whether the bot is the sender
 * @param senderId user identifier of the sender
 * @param senderName first name of the sender
 * @param text the text or the caption, with Markdown as sent; empty if none
 * @param edited whether the message was edited
 * @param replyToMessageId identifier of the message that it replies to, or {@code null}
 * @param replyMarkup the keyboard as the bot sent it, or {@code null}; not to be changed
 * @param date when the message was sent, in whole seconds
 * @param content the content in Bale's fields: {@code text}, {@code photo}, {@code
 * caption} …; not to be changed
 * @since 0.1.0
 */
public record ChatMessage(long messageId, long chatId, boolean fromBot, long senderId, String senderName, String text,
		boolean edited, @Nullable Long replyToMessageId, @Nullable JsonNode replyMarkup, Instant date,
		JsonNode content) {

	/**
	 * Creates a text message.
	 * @param messageId identifier of the message
	 * @param chatId identifier of the chat
	 * @param fromBot whether the bot is the sender
	 * @param senderId user identifier of the sender
	 * @param senderName first name of the sender
	 * @param text the text
	 * @param edited whether the message was edited
	 * @param replyToMessageId identifier of the message that it replies to, or {@code
	 * null}
	 * @param replyMarkup the keyboard, or {@code null}
	 * @param date when the message was sent
	 */
	public ChatMessage(long messageId, long chatId, boolean fromBot, long senderId, String senderName, String text,
			boolean edited, @Nullable Long replyToMessageId, @Nullable JsonNode replyMarkup, Instant date) {
		this(messageId, chatId, fromBot, senderId, senderName, text, edited, replyToMessageId, replyMarkup, date,
				MessageContent.text(text));
	}

	/**
	 * Returns the kind of message.
	 * @return the name of Bale's field: {@code text}, {@code photo}, {@code voice},
	 * {@code audio}, {@code video}, {@code animation}, {@code contact}, {@code
	 * location}, {@code sticker}, {@code document}, {@code invoice}, …
	 */
	public String kind() {
		return MessageContent.kind(this.content);
	}

	/**
	 * Returns the identifier of the file, for a photo of the largest size.
	 * @return the file identifier, or {@code null} if there is no file
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
