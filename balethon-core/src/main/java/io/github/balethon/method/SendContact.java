package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Sends a phone number with a name: Bale's {@code sendContact}.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param phoneNumber phone number
 * @param firstName first name
 * @param lastName last name
 * @param replyToMessageId message to answer
 * @param replyMarkup keyboard below the message
 * @since 0.1.0
 */
public record SendContact(@Nullable ChatId chatId, String phoneNumber, String firstName, @Nullable String lastName,
		@Nullable Long replyToMessageId, @Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param phoneNumber the phone number
	 * @param firstName the first name
	 * @return the request
	 * @throws IllegalArgumentException if a text is empty
	 */
	public static SendContact of(String phoneNumber, String firstName) {
		return new SendContact(null, Parameters.text("phone_number", phoneNumber),
				Parameters.text("first_name", firstName), null, null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param phoneNumber the phone number
	 * @param firstName the first name
	 * @return the request
	 * @throws IllegalArgumentException if a text is empty
	 */
	public static SendContact of(long chatId, String phoneNumber, String firstName) {
		return of(phoneNumber, firstName).chatId(ChatId.of(chatId));
	}

	@Override
	public SendContact chatId(ChatId chatId) {
		return new SendContact(chatId, this.phoneNumber, this.firstName, this.lastName, this.replyToMessageId,
				this.replyMarkup);
	}

	/**
	 * This request, with a last name.
	 * @param lastName the last name
	 * @return a new request
	 */
	public SendContact lastName(String lastName) {
		return new SendContact(this.chatId, this.phoneNumber, this.firstName, lastName, this.replyToMessageId,
				this.replyMarkup);
	}

	@Override
	public SendContact replyToMessageId(long messageId) {
		return new SendContact(this.chatId, this.phoneNumber, this.firstName, this.lastName, messageId,
				this.replyMarkup);
	}

	/**
	 * This request, with a keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public SendContact replyMarkup(ReplyMarkup markup) {
		return new SendContact(this.chatId, this.phoneNumber, this.firstName, this.lastName, this.replyToMessageId,
				Parameters.markup(markup));
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
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "SendContact[chatId=" + this.chatId + "]";
	}

}
