package io.github.balethon.client;

import io.github.balethon.method.CopyMessage;
import io.github.balethon.method.DeleteMessage;
import io.github.balethon.method.EditMessageCaption;
import io.github.balethon.method.EditMessageReplyMarkup;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.ForwardMessage;
import io.github.balethon.method.PinChatMessage;
import io.github.balethon.method.ReplyMethod;
import io.github.balethon.method.SendContact;
import io.github.balethon.method.SendLocation;
import io.github.balethon.method.SendMessage;
import io.github.balethon.method.UnpinChatMessage;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import io.github.balethon.model.MessageId;
import io.github.balethon.model.ReplyMarkup;

/**
 * Methods of {@link BlockingBaleClient} that send, edit and delete messages. Each of them
 * takes the identifier of a chat, or a {@link ChatId} for the username of a channel.
 *
 * @since 0.1.0
 */
public interface BlockingMessageOperations extends BlockingBaleOperations {

	/**
	 * Sends a text.
	 * @param chatId the identifier of the chat
	 * @param text the text, 1 to 4096 characters of Markdown
	 * @return the sent message
	 */
	default Message sendMessage(long chatId, String text) {
		return execute(SendMessage.of(chatId, text));
	}

	/**
	 * Sends a text.
	 * @param chatId the identifier or username of the chat
	 * @param text the text, 1 to 4096 characters of Markdown
	 * @return the sent message
	 */
	default Message sendMessage(ChatId chatId, String text) {
		return execute(SendMessage.of(chatId, text));
	}

	/**
	 * Sends a text with a keyboard.
	 * @param chatId the identifier of the chat
	 * @param text the text, 1 to 4096 characters of Markdown
	 * @param markup the keyboard
	 * @return the sent message
	 */
	default Message sendMessage(long chatId, String text, ReplyMarkup markup) {
		return execute(SendMessage.of(chatId, text).replyMarkup(markup));
	}

	/**
	 * Sends a text with a keyboard.
	 * @param chatId the identifier or username of the chat
	 * @param text the text, 1 to 4096 characters of Markdown
	 * @param markup the keyboard
	 * @return the sent message
	 */
	default Message sendMessage(ChatId chatId, String text, ReplyMarkup markup) {
		return execute(SendMessage.of(chatId, text).replyMarkup(markup));
	}

	/**
	 * Sends a text as a reply to a message.
	 * @param message the message to reply to
	 * @param text the text, 1 to 4096 characters of Markdown
	 * @return the sent message
	 */
	default Message reply(Message message, String text) {
		return execute(SendMessage.of(text).replyTo(message));
	}

	/**
	 * Sends a request, such as a photo, as a reply to a message.
	 * @param <R> the type of the result
	 * @param message the message to reply to
	 * @param reply the request to send
	 * @return the result, usually the sent message
	 */
	default <R> R reply(Message message, ReplyMethod<R> reply) {
		return execute(reply.replyTo(message));
	}

	/**
	 * Sends a location.
	 * @param chatId the identifier of the chat
	 * @param latitude the latitude in degrees, -90 to 90
	 * @param longitude the longitude in degrees, -180 to 180
	 * @return the sent message
	 */
	default Message sendLocation(long chatId, double latitude, double longitude) {
		return execute(SendLocation.of(chatId, latitude, longitude));
	}

	/**
	 * Sends a location.
	 * @param chatId the identifier or username of the chat
	 * @param latitude the latitude in degrees, -90 to 90
	 * @param longitude the longitude in degrees, -180 to 180
	 * @return the sent message
	 */
	default Message sendLocation(ChatId chatId, double latitude, double longitude) {
		return execute(SendLocation.of(chatId, latitude, longitude));
	}

	/**
	 * Sends a contact.
	 * @param chatId the identifier of the chat
	 * @param phoneNumber the phone number
	 * @param firstName the first name
	 * @return the sent message
	 */
	default Message sendContact(long chatId, String phoneNumber, String firstName) {
		return execute(SendContact.of(chatId, phoneNumber, firstName));
	}

	/**
	 * Sends a contact.
	 * @param chatId the identifier or username of the chat
	 * @param phoneNumber the phone number
	 * @param firstName the first name
	 * @return the sent message
	 */
	default Message sendContact(ChatId chatId, String phoneNumber, String firstName) {
		return execute(SendContact.of(chatId, phoneNumber, firstName));
	}

	/**
	 * Forwards a message, with a link to its origin.
	 * @param chatId the identifier of the chat
	 * @param message the message to forward
	 * @return the sent message
	 */
	default Message forwardMessage(long chatId, Message message) {
		return execute(ForwardMessage.of(chatId, message));
	}

	/**
	 * Forwards a message, with a link to its origin.
	 * @param chatId the identifier or username of the chat
	 * @param message the message to forward
	 * @return the sent message
	 */
	default Message forwardMessage(ChatId chatId, Message message) {
		return execute(ForwardMessage.of(chatId, message));
	}

	/**
	 * Copies a message, without a link to its origin.
	 * @param chatId the identifier of the chat
	 * @param message the message to copy
	 * @return the identifier of the new message
	 */
	default MessageId copyMessage(long chatId, Message message) {
		return execute(CopyMessage.of(chatId, message));
	}

	/**
	 * Copies a message, without a link to its origin.
	 * @param chatId the identifier or username of the chat
	 * @param message the message to copy
	 * @return the identifier of the new message
	 */
	default MessageId copyMessage(ChatId chatId, Message message) {
		return execute(CopyMessage.of(chatId, message));
	}

	/**
	 * Edits the text of a message of the bot.
	 * @param message the message
	 * @param text the new text, 1 to 4096 characters of Markdown
	 * @return a confirmation, which does not identify the message
	 */
	default EditedMessage editMessageText(Message message, String text) {
		return execute(EditMessageText.of(message, text));
	}

	/**
	 * Edits the text and the keyboard of a message of the bot.
	 * @param message the message
	 * @param text the new text, 1 to 4096 characters of Markdown
	 * @param markup the new keyboard
	 * @return a confirmation, which does not identify the message
	 */
	default EditedMessage editMessageText(Message message, String text, InlineKeyboardMarkup markup) {
		return execute(EditMessageText.of(message, text).replyMarkup(markup));
	}

	/**
	 * Edits the text of a message of the bot.
	 * @param chatId the identifier of the chat
	 * @param messageId the identifier of the message
	 * @param text the new text, 1 to 4096 characters of Markdown
	 * @return a confirmation, which does not identify the message
	 */
	default EditedMessage editMessageText(long chatId, long messageId, String text) {
		return execute(EditMessageText.of(chatId, messageId, text));
	}

	/**
	 * Edits the text of a message of the bot.
	 * @param chatId the identifier or username of the chat
	 * @param messageId the identifier of the message
	 * @param text the new text, 1 to 4096 characters of Markdown
	 * @return a confirmation, which does not identify the message
	 */
	default EditedMessage editMessageText(ChatId chatId, long messageId, String text) {
		return execute(EditMessageText.of(chatId, messageId, text));
	}

	/**
	 * Edits the caption of a message of the bot.
	 * @param message the message
	 * @param caption the new caption, up to 4096 characters of Markdown
	 * @return a confirmation, which does not identify the message
	 */
	default EditedMessage editMessageCaption(Message message, String caption) {
		return execute(EditMessageCaption.of(message).caption(caption));
	}

	/**
	 * Edits the keyboard of a message of the bot.
	 * @param message the message
	 * @param markup the new keyboard
	 * @return a confirmation, which does not identify the message
	 */
	default EditedMessage editMessageReplyMarkup(Message message, InlineKeyboardMarkup markup) {
		return execute(EditMessageReplyMarkup.of(message).replyMarkup(markup));
	}

	/**
	 * Deletes a message that is less than 48 hours old.
	 * @param message the message
	 * @return {@code true}
	 */
	default Boolean deleteMessage(Message message) {
		return execute(DeleteMessage.of(message));
	}

	/**
	 * Deletes a message that is less than 48 hours old.
	 * @param chatId the identifier of the chat
	 * @param messageId the identifier of the message
	 * @return {@code true}
	 */
	default Boolean deleteMessage(long chatId, long messageId) {
		return execute(DeleteMessage.of(chatId, messageId));
	}

	/**
	 * Deletes a message that is less than 48 hours old.
	 * @param chatId the identifier or username of the chat
	 * @param messageId the identifier of the message
	 * @return {@code true}
	 */
	default Boolean deleteMessage(ChatId chatId, long messageId) {
		return execute(DeleteMessage.of(chatId, messageId));
	}

	/**
	 * Pins a message.
	 * @param message the message
	 * @return {@code true}
	 */
	default Boolean pinChatMessage(Message message) {
		return execute(PinChatMessage.of(message));
	}

	/**
	 * Unpins a message.
	 * @param message the message
	 * @return {@code true}
	 */
	default Boolean unpinChatMessage(Message message) {
		return execute(UnpinChatMessage.of(message));
	}

}
