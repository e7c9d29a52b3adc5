package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.LabeledPrice;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends an invoice. Only a message with a successful payment, or
 * {@link InquireTransaction}, proves that the invoice has been paid.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param title the title of the invoice, 1 to 32 characters
 * @param description the description of the invoice, 1 to 255 characters
 * @param payload the payload of the application, 1 to 128 bytes, returned with the
 * payment
 * @param providerToken the wallet token issued by BotFather
 * @param prices the prices in rials, whose sum is charged; at least one
 * @param photoUrl the URL of a photo
 * @param replyToMessageId the identifier of the message to reply to
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendInvoice}</a>
 */
public record SendInvoice(@Nullable ChatId chatId, String title, String description, String payload,
		String providerToken, List<LabeledPrice> prices, @Nullable String photoUrl,
		@Nullable Long replyToMessageId) implements ReplyMethod<Message> {

	public SendInvoice {
		Parameters.length("title", title, 1, 32);
		Parameters.length("description", description, 1, 255);
		Parameters.bytes("payload", payload, 1, 128);
		Parameters.text("provider_token", providerToken);
		prices = Parameters.size("prices", prices, 1, Integer.MAX_VALUE);
		Parameters.replyToMessageId(replyToMessageId);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param title the title of the invoice, 1 to 32 characters
	 * @param description the description of the invoice, 1 to 255 characters
	 * @param payload the payload of the application, 1 to 128 bytes, returned with the
	 * payment
	 * @param providerToken the wallet token issued by BotFather
	 * @param prices the prices in rials, whose sum is charged; at least one
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendInvoice of(String title, String description, String payload, String providerToken,
			List<? extends LabeledPrice> prices) {
		return new SendInvoice(null, title, description, payload, providerToken, List.copyOf(prices), null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param title the title of the invoice, 1 to 32 characters
	 * @param description the description of the invoice, 1 to 255 characters
	 * @param payload the payload of the application, 1 to 128 bytes, returned with the
	 * payment
	 * @param providerToken the wallet token issued by BotFather
	 * @param prices the prices in rials, whose sum is charged; at least one
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendInvoice of(long chatId, String title, String description, String payload, String providerToken,
			List<? extends LabeledPrice> prices) {
		return of(title, description, payload, providerToken, prices).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param title the title of the invoice, 1 to 32 characters
	 * @param description the description of the invoice, 1 to 255 characters
	 * @param payload the payload of the application, 1 to 128 bytes, returned with the
	 * payment
	 * @param providerToken the wallet token issued by BotFather
	 * @param prices the prices in rials, whose sum is charged; at least one
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendInvoice of(ChatId chatId, String title, String description, String payload, String providerToken,
			List<? extends LabeledPrice> prices) {
		return of(title, description, payload, providerToken, prices).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendInvoice chatId(ChatId chatId) {
		return new SendInvoice(chatId, this.title, this.description, this.payload, this.providerToken, this.prices,
				this.photoUrl, this.replyToMessageId);
	}

	/**
	 * Sets the URL of a photo.
	 * @param photoUrl the URL of a photo
	 * @return a new request
	 */
	@CheckReturnValue
	public SendInvoice photoUrl(String photoUrl) {
		return new SendInvoice(this.chatId, this.title, this.description, this.payload, this.providerToken, this.prices,
				photoUrl, this.replyToMessageId);
	}

	@Override
	@CheckReturnValue
	public SendInvoice replyToMessageId(long messageId) {
		return new SendInvoice(this.chatId, this.title, this.description, this.payload, this.providerToken, this.prices,
				this.photoUrl, messageId);
	}

	@Override
	@CheckReturnValue
	public SendInvoice replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "SendInvoice[chatId=" + this.chatId + "]";
	}

}
