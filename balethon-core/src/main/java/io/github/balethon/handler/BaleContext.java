package io.github.balethon.handler;

import io.github.balethon.client.BaleClient;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * One update while it is handled, with a client whose calls belong to it: the update is
 * finished only when they have ended. <pre class="code">
 * &#064;BaleCommand("hello")
 * Mono&lt;?&gt; hello(BaleContext ctx) {
 *   return ctx.send("…").flatMap((message) -&gt; ctx.edit(message, "Hello"));
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class BaleContext {

	private final Update update;

	private final BaleClient client;

	private final long botId;

	private final boolean redelivered;

	/**
	 * Creates a context.
	 * @param update the update
	 * @param client the client for calls that belong to the update
	 * @param botId the number of the bot
	 * @param redelivered whether the update may have been handled before
	 */
	public BaleContext(Update update, BaleClient client, long botId, boolean redelivered) {
		this.update = update;
		this.client = client;
		this.botId = botId;
		this.redelivered = redelivered;
	}

	/**
	 * The update.
	 * @return the update
	 */
	public Update update() {
		return this.update;
	}

	/**
	 * The message that the update is about: the new one, the edited one, or the one with
	 * the pressed button.
	 * @return the message, or {@code null} if there is none
	 */
	public @Nullable Message message() {
		if (this.update.message() != null) {
			return this.update.message();
		}
		CallbackQuery query = this.update.callbackQuery();
		return (query != null) ? query.message() : this.update.editedMessage();
	}

	/**
	 * What the person wrote, or the data of the button that was pressed.
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String text() {
		CallbackQuery query = this.update.callbackQuery();
		if (query != null) {
			return query.data();
		}
		Message message = message();
		return (message != null) ? message.text() : null;
	}

	/**
	 * The chat that replies go to. A press on a message that is too old names no chat;
	 * the private chat with the person, which has their number, takes its place.
	 * @return the address of the chat
	 * @throws IllegalStateException if the update has neither chat nor sender
	 */
	public ChatId chatId() {
		Chat chat = this.update.chat();
		if (chat != null) {
			return ChatId.of(chat.id());
		}
		User from = this.update.from();
		if (from == null) {
			throw new IllegalStateException(
					"Update " + this.update.updateId() + " has no chat to reply to: name one in the request");
		}
		return ChatId.of(from.id());
	}

	/**
	 * Sends a text to the chat of the update, quoting its message.
	 * @param text the text, 1 to 4096 characters
	 * @return the message as it was sent
	 */
	@CheckReturnValue
	public Mono<Message> reply(String text) {
		SendMessage request = SendMessage.of(chatId(), text);
		Message message = message();
		return this.client.execute((message != null) ? request.replyToMessageId(message.messageId()) : request);
	}

	/**
	 * Sends a text to the chat of the update.
	 * @param text the text, 1 to 4096 characters
	 * @return the message as it was sent
	 */
	@CheckReturnValue
	public Mono<Message> send(String text) {
		return this.client.execute(SendMessage.of(chatId(), text));
	}

	/**
	 * Changes the text of a message of the bot.
	 * @param message the message, as it was sent
	 * @param text the new text, 1 to 4096 characters
	 * @return a confirmation
	 */
	@CheckReturnValue
	public Mono<EditedMessage> edit(Message message, String text) {
		return this.client.execute(EditMessageText.of(message, text));
	}

	/**
	 * The client whose calls belong to the update, from whatever thread they are made.
	 * @return the client
	 */
	public BaleClient client() {
		return this.client;
	}

	/**
	 * The key of this update for effects that must happen only once, such as a row with a
	 * unique column.
	 * @return number of the bot and of the update, such as {@code 1620384001:5187}
	 */
	public String updateKey() {
		return this.botId + ":" + this.update.updateId();
	}

	/**
	 * Whether this update may have been handled before, as it was in hand when the
	 * application last ended.
	 * @return {@code true} if effects may be there already
	 */
	public boolean redelivered() {
		return this.redelivered;
	}

	@Override
	public String toString() {
		return "BaleContext[updateId=" + this.update.updateId() + "]";
	}

}
