package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.LabeledPrice;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * Asks for money: Bale's {@code sendInvoice}. Only a message with a successful payment,
 * or an inquiry, proves that it was paid.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param title what is sold, 1 to 32 characters
 * @param description more about it, 1 to 255 characters
 * @param payload the bot's own text for the order, 1 to 128 bytes, which comes back with
 * the payment
 * @param providerToken wallet token from botfather
 * @param prices what is paid for; the sum is charged, in rials
 * @param photoUrl address of a photo
 * @param replyToMessageId message to answer
 * @since 0.1.0
 */
public record SendInvoice(@Nullable ChatId chatId, String title, String description, String payload,
		String providerToken, List<LabeledPrice> prices, @Nullable String photoUrl,
		@Nullable Long replyToMessageId) implements ReplyMethod<Message> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param title what is sold, 1 to 32 characters
	 * @param description more about it, 1 to 255 characters
	 * @param payload the bot's own text for the order, 1 to 128 bytes
	 * @param providerToken the wallet token from botfather
	 * @param prices what is paid for
	 * @return the request
	 * @throws IllegalArgumentException if a text is empty or too long, or there is no
	 * price
	 */
	public static SendInvoice of(String title, String description, String payload, String providerToken,
			List<? extends LabeledPrice> prices) {
		return new SendInvoice(null, Parameters.length("title", title, 1, 32),
				Parameters.length("description", description, 1, 255), Parameters.bytes("payload", payload, 1, 128),
				Parameters.text("provider_token", providerToken),
				Parameters.size("prices", prices, 1, Integer.MAX_VALUE), null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param title what is sold, 1 to 32 characters
	 * @param description more about it, 1 to 255 characters
	 * @param payload the bot's own text for the order, 1 to 128 bytes
	 * @param providerToken the wallet token from botfather
	 * @param prices what is paid for
	 * @return the request
	 * @throws IllegalArgumentException if a text is empty or too long, or there is no
	 * price
	 */
	public static SendInvoice of(long chatId, String title, String description, String payload, String providerToken,
			List<? extends LabeledPrice> prices) {
		return of(title, description, payload, providerToken, prices).chatId(ChatId.of(chatId));
	}

	@Override
	public SendInvoice chatId(ChatId chatId) {
		return new SendInvoice(chatId, this.title, this.description, this.payload, this.providerToken, this.prices,
				this.photoUrl, this.replyToMessageId);
	}

	/**
	 * This request, with a photo.
	 * @param photoUrl the address of a photo
	 * @return a new request
	 */
	public SendInvoice photoUrl(String photoUrl) {
		return new SendInvoice(this.chatId, this.title, this.description, this.payload, this.providerToken, this.prices,
				photoUrl, this.replyToMessageId);
	}

	@Override
	public SendInvoice replyToMessageId(long messageId) {
		return new SendInvoice(this.chatId, this.title, this.description, this.payload, this.providerToken, this.prices,
				this.photoUrl, messageId);
	}

	@Override
	public String methodName() {
		return "sendInvoice";
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
		return "SendInvoice[chatId=" + this.chatId + "]";
	}

}
