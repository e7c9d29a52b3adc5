package io.github.balethon.client;

import java.nio.file.Path;
import java.util.OptionalLong;

import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.AnswerPreCheckoutQuery;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.DeleteWebhook;
import io.github.balethon.method.DownloadFile;
import io.github.balethon.method.GetFile;
import io.github.balethon.method.GetMe;
import io.github.balethon.method.GetWebhookInfo;
import io.github.balethon.method.InquireTransaction;
import io.github.balethon.method.OpenFile;
import io.github.balethon.model.BaleFile;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.File;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.SuccessfulPayment;
import io.github.balethon.model.Transaction;
import io.github.balethon.model.User;
import io.github.balethon.model.WebhookInfo;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.lang.CheckReturnValue;

/**
 * Non-blocking client of Bale's Bot API. A call is sent when its {@code Mono} is
 * subscribed to: return it from a handler, or subscribe to it with {@code toFuture()}.
 * <pre class="code">
 * // send a message and edit it afterwards
 * return bale.sendMessage(chatId, "…").flatMap((message) -> bale.editMessageText(message, "Hello"));
 *
 * // send in the background and join later
 * CompletableFuture&lt;EditedMessage&gt; edit = bale.editMessageText(message, "Hello").toFuture();
 * </pre> The methods cover the calls that bots need most; {@link #execute(BaleMethod)}
 * executes any request of the package {@code io.github.balethon.method}. Chats are given
 * by their identifier, or as a {@link ChatId} by their username.
 * <p>
 * Results are emitted on the event loop of the client, which must not be blocked. Errors
 * are {@link BaleApiException}, {@link BaleTransportException},
 * {@link BaleProtocolException} and {@link BaleFileException}. Implementations are
 * thread-safe.
 *
 * @since 0.1.0
 * @see BlockingBaleClient
 */
public interface BaleClient extends MessageOperations, MediaOperations, ChatOperations, AutoCloseable {

	/**
	 * Returns the blocking view of this client, whose methods return plain results.
	 * @return the blocking view
	 */
	default BlockingBaleClient blocking() {
		return BlockingBaleClient.of(this);
	}

	/**
	 * Returns the identifier of the bot, which is a part of its token. No request is
	 * sent.
	 * @return the identifier, or empty if this client does not know it
	 */
	default OptionalLong botId() {
		return OptionalLong.empty();
	}

	/**
	 * Returns the bot itself.
	 * @return the bot
	 */
	@CheckReturnValue
	default Mono<User> getMe() {
		return execute(GetMe.of());
	}

	/**
	 * Returns the state of the webhook.
	 * @return the state
	 */
	@CheckReturnValue
	default Mono<WebhookInfo> getWebhookInfo() {
		return execute(GetWebhookInfo.of());
	}

	/**
	 * Deletes the webhook.
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> deleteWebhook() {
		return execute(DeleteWebhook.of());
	}

	/**
	 * Answers a callback query, which ends the loading state of the button.
	 * @param query the callback query
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> answerCallbackQuery(CallbackQuery query) {
		return execute(AnswerCallbackQuery.of(query.id()));
	}

	/**
	 * Answers a callback query with a notification.
	 * @param query the callback query
	 * @param text the notification, up to 200 characters
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> answerCallbackQuery(CallbackQuery query, String text) {
		return execute(AnswerCallbackQuery.of(query.id()).text(text));
	}

	/**
	 * Accepts a payment. Bale cancels it if it is not answered within 10 seconds.
	 * @param query the pre-checkout query
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> answerPreCheckoutQuery(PreCheckoutQuery query) {
		return execute(AnswerPreCheckoutQuery.of(query.id()));
	}

	/**
	 * Refuses a payment.
	 * @param query the pre-checkout query
	 * @param errorMessage the reason, shown to the user
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> refusePreCheckoutQuery(PreCheckoutQuery query, String errorMessage) {
		return execute(AnswerPreCheckoutQuery.of(query.id()).refuse(errorMessage));
	}

	/**
	 * Returns the state of a payment.
	 * @param payment the payment
	 * @return the state
	 */
	@CheckReturnValue
	default Mono<Transaction> inquireTransaction(SuccessfulPayment payment) {
		return execute(InquireTransaction.of(payment.telegramPaymentChargeId()));
	}

	/**
	 * Prepares a file for download, for about an hour.
	 * @param fileId the identifier of the file
	 * @return the file with its path
	 */
	@CheckReturnValue
	default Mono<File> getFile(String fileId) {
		return execute(GetFile.of(fileId));
	}

	/**
	 * Downloads a file of at most 64 MB. The file is created when the download is
	 * complete.
	 * @param fileId the identifier of the file
	 * @param target the path of the file to write
	 * @return the path
	 */
	@CheckReturnValue
	default Mono<Path> download(String fileId, Path target) {
		return execute(DownloadFile.of(fileId, target));
	}

	/**
	 * Downloads a file of at most 64 MB. The file is created when the download is
	 * complete.
	 * @param file the file
	 * @param target the path of the file to write
	 * @return the path
	 */
	@CheckReturnValue
	default Mono<Path> download(BaleFile file, Path target) {
		return execute(DownloadFile.of(file, target));
	}

	/**
	 * Downloads a file as a stream. The subscriber must release the buffers.
	 * @param fileId the identifier of the file
	 * @return the content, which is requested on subscription
	 */
	@CheckReturnValue
	default Flux<DataBuffer> download(String fileId) {
		return execute(OpenFile.of(fileId)).flatMapMany((content) -> content);
	}

	/**
	 * Downloads a file as a stream. The subscriber must release the buffers.
	 * @param file the file
	 * @return the content, which is requested on subscription
	 */
	@CheckReturnValue
	default Flux<DataBuffer> download(BaleFile file) {
		return download(file.fileId());
	}

	/**
	 * Closes the connections and the event loop. Calls fail afterwards. Spring closes the
	 * bean of the application context.
	 */
	@Override
	void close();

	/**
	 * Creates a builder of a client.
	 * @param connection the URL of Bale and the token of the bot
	 * @return a builder with the default settings
	 */
	static BaleClientBuilder builder(BaleConnection connection) {
		return new BaleClientBuilder(connection);
	}

}
