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
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Calls methods of Bale's Bot API without ever holding a thread. A call begins when its
 * {@code Mono} is subscribed to: return it from a handler, or start it with
 * {@code toFuture()}. <pre class="code">
 * // send, await, edit
 * return bale.sendMessage(chatId, "…").flatMap((message) -> bale.editMessageText(message, "Hello"));
 *
 * // start a task, go on working, await it at the end
 * CompletableFuture&lt;EditedMessage&gt; edit = bale.editMessageText(message, "Hello").toFuture();
 * </pre> Results arrive on the client's event loop, where nothing may block. Failures are
 * {@link BaleApiException}, {@link BaleTransportException} and
 * {@link BaleProtocolException}. Safe for use by many threads.
 *
 * @since 0.1.0
 */
public interface BaleClient extends AutoCloseable {

	/**
	 * Executes any request.
	 * @param <R> the type of the result
	 * @param method the request
	 * @return the result
	 */
	@CheckReturnValue
	<R> Mono<R> execute(BaleMethod<R> method);

	/**
	 * The same calls with plain results, for threads that may wait.
	 * @return the blocking view of this client
	 */
	default BlockingBaleClient blocking() {
		return BlockingBaleClient.of(this);
	}

	/**
	 * Asks who the bot is.
	 * @return the bot
	 */
	@CheckReturnValue
	default Mono<User> getMe() {
		return execute(new GetMe());
	}

	/**
	 * Asks for the state of the webhook.
	 * @return the state
	 */
	@CheckReturnValue
	default Mono<WebhookInfo> getWebhookInfo() {
		return execute(new GetWebhookInfo());
	}

	/**
	 * Takes the webhook away.
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> deleteWebhook() {
		return execute(new DeleteWebhook());
	}

	/**
	 * Sends a text.
	 * @param chatId the number of the chat
	 * @param text the text, 1 to 4096 characters, read as Markdown by Bale
	 * @return the message as it was sent
	 */
	@CheckReturnValue
	default Mono<Message> sendMessage(long chatId, String text) {
		return execute(SendMessage.of(chatId, text));
	}

	/**
	 * Changes the text of a message of the bot.
	 * @param message the message, as it was sent
	 * @param text the new text, 1 to 4096 characters
	 * @return a confirmation, which does not name the message
	 */
	@CheckReturnValue
	default Mono<EditedMessage> editMessageText(Message message, String text) {
		return execute(EditMessageText.of(message, text));
	}

	/**
	 * Changes the text of a message of the bot.
	 * @param chatId the number of the chat
	 * @param messageId the number of the message
	 * @param text the new text, 1 to 4096 characters
	 * @return a confirmation, which does not name the message
	 */
	@CheckReturnValue
	default Mono<EditedMessage> editMessageText(long chatId, long messageId, String text) {
		return execute(EditMessageText.of(chatId, messageId, text));
	}

	/**
	 * Deletes a message that is younger than 48 hours.
	 * @param message the message
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> deleteMessage(Message message) {
		return execute(DeleteMessage.of(message));
	}

	/**
	 * Deletes a message that is younger than 48 hours.
	 * @param chatId the number of the chat
	 * @param messageId the number of the message
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> deleteMessage(long chatId, long messageId) {
		return execute(DeleteMessage.of(chatId, messageId));
	}

	/**
	 * Ends the waiting of a button.
	 * @param query the press of the button
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> answerCallbackQuery(CallbackQuery query) {
		return execute(AnswerCallbackQuery.of(query.id()));
	}

	/**
	 * Ends the waiting of a button with a notice.
	 * @param query the press of the button
	 * @param text the notice, up to 200 characters
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> answerCallbackQuery(CallbackQuery query, String text) {
		return execute(AnswerCallbackQuery.of(query.id()).text(text));
	}

	/**
	 * Shows for up to 6 seconds what the bot is doing.
	 * @param chatId the number of the chat
	 * @param action what is shown
	 * @return {@code true}
	 */
	@CheckReturnValue
	default Mono<Boolean> sendChatAction(long chatId, ChatAction action) {
		return execute(SendChatAction.of(chatId, action));
	}

	/**
	 * Gives back connections and the event loop; calls after this fail. Spring does it
	 * for the bean.
	 */
	@Override
	void close();

	/**
	 * Starts the making of a client.
	 * @param connection where Bale is and who the bot is
	 * @return a builder with the defaults
	 */
	static BaleClientBuilder builder(BaleConnection connection) {
		return new BaleClientBuilder(connection);
	}

}
