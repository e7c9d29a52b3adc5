package io.github.balethon.client;

import java.nio.file.Path;

import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.AnswerPreCheckoutQuery;
import io.github.balethon.method.DeleteWebhook;
import io.github.balethon.method.DownloadFile;
import io.github.balethon.method.GetFile;
import io.github.balethon.method.GetMe;
import io.github.balethon.method.GetWebhookInfo;
import io.github.balethon.method.InquireTransaction;
import io.github.balethon.model.BaleFile;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.File;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.SuccessfulPayment;
import io.github.balethon.model.Transaction;
import io.github.balethon.model.User;
import io.github.balethon.model.WebhookInfo;

/**
 * Blocking view of {@link BaleClient}, for threads that may block, such as the workers
 * that run handlers. Each method returns the result, or throws the exception that the
 * {@code Mono} of {@link BaleClient} fails with. On an event loop every method throws
 * {@link IllegalStateException} immediately. <pre class="code">
 * Message message = bale.sendMessage(chatId, "…");
 * bale.editMessageText(message, "Hello");
 * </pre>
 *
 * @since 0.1.0
 */
public interface BlockingBaleClient extends BlockingMessageOperations, BlockingMediaOperations, BlockingChatOperations {

	/**
	 * Returns the bot itself.
	 * @return the bot
	 */
	default User getMe() {
		return execute(GetMe.of());
	}

	/**
	 * Returns the state of the webhook.
	 * @return the state
	 */
	default WebhookInfo getWebhookInfo() {
		return execute(GetWebhookInfo.of());
	}

	/**
	 * Deletes the webhook.
	 * @return {@code true}
	 */
	default Boolean deleteWebhook() {
		return execute(DeleteWebhook.of());
	}

	/**
	 * Answers a callback query, which ends the loading state of the button.
	 * @param query the callback query
	 * @return {@code true}
	 */
	default Boolean answerCallbackQuery(CallbackQuery query) {
		return execute(AnswerCallbackQuery.of(query.id()));
	}

	/**
	 * Answers a callback query with a notification.
	 * @param query the callback query
	 * @param text the notification, up to 200 characters
	 * @return {@code true}
	 */
	default Boolean answerCallbackQuery(CallbackQuery query, String text) {
		return execute(AnswerCallbackQuery.of(query.id()).text(text));
	}

	/**
	 * Accepts a payment. Bale cancels it if it is not answered within 10 seconds.
	 * @param query the pre-checkout query
	 * @return {@code true}
	 */
	default Boolean answerPreCheckoutQuery(PreCheckoutQuery query) {
		return execute(AnswerPreCheckoutQuery.of(query.id()));
	}

	/**
	 * Refuses a payment.
	 * @param query the pre-checkout query
	 * @param errorMessage the reason, shown to the user
	 * @return {@code true}
	 */
	default Boolean refusePreCheckoutQuery(PreCheckoutQuery query, String errorMessage) {
		return execute(AnswerPreCheckoutQuery.of(query.id()).refuse(errorMessage));
	}

	/**
	 * Returns the state of a payment.
	 * @param payment the payment
	 * @return the state
	 */
	default Transaction inquireTransaction(SuccessfulPayment payment) {
		return execute(InquireTransaction.of(payment.telegramPaymentChargeId()));
	}

	/**
	 * Prepares a file for download, for about an hour.
	 * @param fileId the identifier of the file
	 * @return the file with its path
	 */
	default File getFile(String fileId) {
		return execute(GetFile.of(fileId));
	}

	/**
	 * Downloads a file of at most 64 MB. The file is created when the download is
	 * complete.
	 * @param fileId the identifier of the file
	 * @param target the path of the file to write
	 * @return the path
	 */
	default Path download(String fileId, Path target) {
		return execute(DownloadFile.of(fileId, target));
	}

	/**
	 * Downloads a file of at most 64 MB. The file is created when the download is
	 * complete.
	 * @param file the file
	 * @param target the path of the file to write
	 * @return the path
	 */
	default Path download(BaleFile file, Path target) {
		return execute(DownloadFile.of(file, target));
	}

	/**
	 * Creates the blocking view of a client.
	 * @param client the client that executes the requests
	 * @return the blocking view
	 */
	static BlockingBaleClient of(BaleClient client) {
		return new DefaultBlockingBaleClient(client);
	}

}
