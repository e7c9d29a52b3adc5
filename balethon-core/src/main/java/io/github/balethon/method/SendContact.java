package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends a contact.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param phoneNumber the phone number
 * @param firstName the first name
 * @param lastName the last name
 * @param replyToMessageId the identifier of the message to reply to
 * @param replyMarkup the keyboard to show
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendContact}</a>
 */
public record SendContact(@Nullable ChatId chatId, String phoneNumber, String firstName, @Nullable String lastName,
		@Nullable Long replyToMessageId, @Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message> {

	public SendContact {
		Parameters.text("phone_number", phoneNumber);
		Parameters.text("first_name", firstName);
		Parameters.replyToMessageId(replyToMessageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param phoneNumber the phone number
	 * @param firstName the first name
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendContact of(String phoneNumber, String firstName) {
		return new SendContact(null, phoneNumber, firstName, null, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param phoneNumber the phone number
	 * @param firstName the first name
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendContact of(long chatId, String phoneNumber, String firstName) {
		return of(phoneNumber, firstName).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param phoneNumber the phone number
	 * @param firstName the first name
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendContact of(ChatId chatId, String phoneNumber, String firstName) {
		return of(phoneNumber, firstName).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendContact chatId(ChatId chatId) {
		return new SendContact(chatId, this.phoneNumber, this.firstName, this.lastName, this.replyToMessageId,
				this.replyMarkup);
	}

	/**
	 * Sets the last name.
	 * @param lastName the last name
	 * @return a new request
	 */
	@CheckReturnValue
	public SendContact lastName(String lastName) {
		return new SendContact(this.chatId, this.phoneNumber, this.firstName, lastName, this.replyToMessageId,
				this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendContact replyToMessageId(long messageId) {
		return new SendContact(this.chatId, this.phoneNumber, this.firstName, this.lastName, messageId,
				this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendContact replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

	/**
	 * Sets the keyboard to show.
	 * @param replyMarkup the keyboard to show
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendContact replyMarkup(ReplyMarkup replyMarkup) {
		return new SendContact(this.chatId, this.phoneNumber, this.firstName, this.lastName, this.replyToMessageId,
				replyMarkup);
	}

	@Override
	public String methodName() {
		return "sendContact";
	}

	@Override
	public Type resultType() {
		return Message.class;
	}

	/**
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "SendContact[chatId=" + this.chatId + "]";
	}

}
