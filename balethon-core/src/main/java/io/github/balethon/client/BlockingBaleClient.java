package io.github.balethon.client;

import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.DeleteMessage;
import io.github.balethon.method.DeleteWebhook;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.GetMe;
import io.github.balethon.method.GetWebhookInfo;
import io.github.balethon.method.SendChatAction;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.ChatAction;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.Message;
import io.github.balethon.model.User;
import io.github.balethon.model.WebhookInfo;

/**
 * {@link BaleClient} for threads that may wait, such as the workers that run handlers.
 * Each method returns when Bale has answered and throws what the {@code Mono} would fail
 * with. On an event loop every method throws {@link IllegalStateException} at once.
 * <pre class="code">
 * Message message = bale.sendMessage(chatId, "…");
 * bale.editMessageText(message, "Hello");
 * </pre>
 *
 * @since 0.1.0
 */
public interface BlockingBaleClient {

	/**
	 * Executes any request.
	 * @param <R> the type of the result
	 * @param method the request
	 * @return the result
	 */
	<R> R execute(BaleMethod<R> method);

	/**
	 * Asks who the bot is.
	 * @return the bot
	 */
	default User getMe() {
		return execute(new GetMe());
	}

	/**
	 * Asks for the state of the webhook.
	 * @return the state
	 */
	default WebhookInfo getWebhookInfo() {
		return execute(new GetWebhookInfo());
	}

	/**
	 * Takes the webhook away.
	 * @return {@code true}
	 */
	default Boolean deleteWebhook() {
		return execute(new DeleteWebhook());
	}

	/**
	 * Sends a text.
	 * @param chatId the number of the chat
	 * @param text the text, 1 to 4096 characters, read as Markdown by Bale
	 * @return the message as it was sent
	 */
	default Message sendMessage(long chatId, String text) {
		return execute(SendMessage.of(chatId, text));
	}

	/**
	 * Changes the text of a message of the bot.
	 * @param message the message, as it was sent
	 * @param text the new text, 1 to 4096 characters
	 * @return a confirmation, which does not name the message
	 */
	default EditedMessage editMessageText(Message message, String text) {
		return execute(EditMessageText.of(message, text));
	}

	/**
	 * Changes the text of a message of the bot.
	 * @param chatId the number of the chat
	 * @param messageId the number of the message
	 * @param text the new text, 1 to 4096 characters
	 * @return a confirmation, which does not name the message
	 */
	default EditedMessage editMessageText(long chatId, long messageId, String text) {
		return execute(EditMessageText.of(chatId, messageId, text));
	}

	/**
	 * Deletes a message that is younger than 48 hours.
	 * @param message the message
	 * @return {@code true}
	 */
	default Boolean deleteMessage(Message message) {
		return execute(DeleteMessage.of(message));
	}

	/**
	 * Deletes a message that is younger than 48 hours.
	 * @param chatId the number of the chat
	 * @param messageId the number of the message
	 * @return {@code true}
	 */
	default Boolean deleteMessage(long chatId, long messageId) {
		return execute(DeleteMessage.of(chatId, messageId));
	}

	/**
	 * Ends the waiting of a button.
	 * @param query the press of the button
	 * @return {@code true}
	 */
	default Boolean answerCallbackQuery(CallbackQuery query) {
		return execute(AnswerCallbackQuery.of(query.id()));
	}

	/**
	 * Ends the waiting of a button with a notice.
	 * @param query the press of the button
	 * @param text the notice, up to 200 characters
	 * @return {@code true}
	 */
	default Boolean answerCallbackQuery(CallbackQuery query, String text) {
		return execute(AnswerCallbackQuery.of(query.id()).text(text));
	}

	/**
	 * Shows for up to 6 seconds what the bot is doing.
	 * @param chatId the number of the chat
	 * @param action what is shown
	 * @return {@code true}
	 */
	default Boolean sendChatAction(long chatId, ChatAction action) {
		return execute(SendChatAction.of(chatId, action));
	}

	/**
	 * The blocking view of a client.
	 * @param client the client that makes the calls
	 * @return its view
	 */
	static BlockingBaleClient of(BaleClient client) {
		return new DefaultBlockingBaleClient(client);
	}

}
