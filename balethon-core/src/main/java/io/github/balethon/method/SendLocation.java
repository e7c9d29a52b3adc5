package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Sends a place: Bale's {@code sendLocation}.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param latitude degrees north
 * @param longitude degrees east
 * @param horizontalAccuracy radius of uncertainty in metres, 0 to 1500
 * @param replyToMessageId message to answer
 * @param replyMarkup keyboard below the message
 * @since 0.1.0
 */
public record SendLocation(@Nullable ChatId chatId, double latitude, double longitude,
		@Nullable Double horizontalAccuracy, @Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param latitude the degrees north, -90 to 90
	 * @param longitude the degrees east, -180 to 180
	 * @return the request
	 * @throws IllegalArgumentException if a number is out of its range
	 */
	public static SendLocation of(double latitude, double longitude) {
		return new SendLocation(null, Parameters.range("latitude", latitude, -90, 90),
				Parameters.range("longitude", longitude, -180, 180), null, null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param latitude the degrees north, -90 to 90
	 * @param longitude the degrees east, -180 to 180
	 * @return the request
	 * @throws IllegalArgumentException if a number is out of its range
	 */
	public static SendLocation of(long chatId, double latitude, double longitude) {
		return of(latitude, longitude).chatId(ChatId.of(chatId));
	}

	@Override
	public SendLocation chatId(ChatId chatId) {
		return new SendLocation(chatId, this.latitude, this.longitude, this.horizontalAccuracy, this.replyToMessageId,
				this.replyMarkup);
	}

	/**
	 * This request, with a radius of uncertainty.
	 * @param horizontalAccuracy the metres, 0 to 1500
	 * @return a new request
	 * @throws IllegalArgumentException if the number is out of its range
	 */
	public SendLocation horizontalAccuracy(double horizontalAccuracy) {
		return new SendLocation(this.chatId, this.latitude, this.longitude,
				Parameters.range("horizontal_accuracy", horizontalAccuracy, 0, 1500), this.replyToMessageId,
				this.replyMarkup);
	}

	@Override
	public SendLocation replyToMessageId(long messageId) {
		return new SendLocation(this.chatId, this.latitude, this.longitude, this.horizontalAccuracy, messageId,
				this.replyMarkup);
	}

	/**
	 * This request, with a keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public SendLocation replyMarkup(ReplyMarkup markup) {
		return new SendLocation(this.chatId, this.latitude, this.longitude, this.horizontalAccuracy,
				this.replyToMessageId, Parameters.markup(markup));
	}

	@Override
	public String methodName() {
		return "sendLocation";
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
		return "SendLocation[chatId=" + this.chatId + "]";
	}

}
