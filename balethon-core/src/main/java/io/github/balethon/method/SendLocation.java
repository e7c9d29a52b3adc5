package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends a location.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param latitude the latitude in degrees, -90 to 90
 * @param longitude the longitude in degrees, -180 to 180
 * @param horizontalAccuracy the radius of uncertainty in metres, 0 to 1500
 * @param replyToMessageId the identifier of the message to reply to
 * @param replyMarkup the keyboard to show
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendLocation}</a>
 */
public record SendLocation(@Nullable ChatId chatId, double latitude, double longitude,
		@Nullable Double horizontalAccuracy, @Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message> {

	public SendLocation {
		Parameters.range("latitude", latitude, -90, 90);
		Parameters.range("longitude", longitude, -180, 180);
		Parameters.range("horizontal_accuracy", horizontalAccuracy, 0, 1500);
		Parameters.replyToMessageId(replyToMessageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param latitude the latitude in degrees, -90 to 90
	 * @param longitude the longitude in degrees, -180 to 180
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendLocation of(double latitude, double longitude) {
		return new SendLocation(null, latitude, longitude, null, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param latitude the latitude in degrees, -90 to 90
	 * @param longitude the longitude in degrees, -180 to 180
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendLocation of(long chatId, double latitude, double longitude) {
		return of(latitude, longitude).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param latitude the latitude in degrees, -90 to 90
	 * @param longitude the longitude in degrees, -180 to 180
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendLocation of(ChatId chatId, double latitude, double longitude) {
		return of(latitude, longitude).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendLocation chatId(ChatId chatId) {
		return new SendLocation(chatId, this.latitude, this.longitude, this.horizontalAccuracy, this.replyToMessageId,
				this.replyMarkup);
	}

	/**
	 * Sets the radius of uncertainty in metres.
	 * @param horizontalAccuracy the radius of uncertainty in metres, 0 to 1500
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendLocation horizontalAccuracy(double horizontalAccuracy) {
		return new SendLocation(this.chatId, this.latitude, this.longitude, horizontalAccuracy, this.replyToMessageId,
				this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendLocation replyToMessageId(long messageId) {
		return new SendLocation(this.chatId, this.latitude, this.longitude, this.horizontalAccuracy, messageId,
				this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendLocation replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

	/**
	 * Sets the keyboard to show.
	 * @param replyMarkup the keyboard to show
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendLocation replyMarkup(ReplyMarkup replyMarkup) {
		return new SendLocation(this.chatId, this.latitude, this.longitude, this.horizontalAccuracy,
				this.replyToMessageId, replyMarkup);
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "SendLocation[chatId=" + this.chatId + "]";
	}

}
