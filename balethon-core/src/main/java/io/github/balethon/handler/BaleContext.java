package io.github.balethon.handler;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32C;

import io.github.balethon.client.BaleClient;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.MessageSourceResolvable;
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

	// Who pressed has a client that cannot show the notice, says Bale.
	private static final String OLD_CLIENT = "1";

	private final Update update;

	private final BaleClient client;

	private final long botId;

	private final boolean redelivered;

	private final MessageTexts texts;

	private final UpdateKind kind;

	BaleContext(Update update, BaleClient client, long botId, boolean redelivered, MessageTexts texts) {
		this.update = update;
		this.client = client;
		this.botId = botId;
		this.redelivered = redelivered;
		this.texts = texts;
		this.kind = UpdateKind.of(update);
	}

	/**
	 * The update.
	 * @return the update
	 */
	public Update update() {
		return this.update;
	}

	/**
	 * What the update tells of.
	 * @return the kind of the update
	 */
	public UpdateKind kind() {
		return this.kind;
	}

	/**
	 * The message that the update is about: the new one, the edited one, or the one with
	 * the pressed button.
	 * @return the message, or {@code null} if there is none
	 */
	public @Nullable Message message() {
		return this.update.anyMessage();
	}

	/**
	 * What the person wrote, as they wrote it: the text of the message, or the text below
	 * a photo or file, or the data of the button that was pressed.
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String text() {
		CallbackQuery query = this.update.callbackQuery();
		if (query != null) {
			return query.data();
		}
		Message message = message();
		return (message != null) ? message.contentText() : null;
	}

	/**
	 * Whether there is a chat that replies go to.
	 * @return {@code false} if {@link #chatId()} would fail
	 */
	public boolean hasChat() {
		return this.update.chat() != null || this.update.from() != null;
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
	 * Whose conversation the update belongs to.
	 * @return the key, or {@code null} if the update has no sender
	 */
	public @Nullable ConversationKey conversationKey() {
		User from = this.update.from();
		if (from == null) {
			return null;
		}
		Chat chat = this.update.chat();
		return new ConversationKey(this.botId, (chat != null) ? chat.id() : from.id(), from.id());
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
	 * Answers the callback query with a notice at the top of the screen. People with old
	 * clients, which cannot show it, get a message instead.
	 * @param text the notice, up to 200 characters
	 * @return ends when the query is answered
	 * @throws IllegalStateException if the update is no callback query
	 */
	@CheckReturnValue
	public Mono<Void> answer(String text) {
		return answer(AnswerCallbackQuery.of(callbackQueryId()).text(text));
	}

	/**
	 * Answers the callback query with a box that the person has to close. People with old
	 * clients, which cannot show it, get a message instead.
	 * @param text the notice, up to 200 characters
	 * @return ends when the query is answered
	 * @throws IllegalStateException if the update is no callback query
	 */
	@CheckReturnValue
	public Mono<Void> alert(String text) {
		return answer(AnswerCallbackQuery.of(callbackQueryId()).text(text).asAlert());
	}

	@CheckReturnValue
	private Mono<Void> answer(AnswerCallbackQuery answer) {
		String text = answer.text();
		if (text == null || text.isEmpty() || !answer.callbackQueryId().startsWith(OLD_CLIENT)) {
			return this.client.execute(answer).then();
		}
		return this.client.execute(AnswerCallbackQuery.of(answer.callbackQueryId()))
			.then(Mono.defer(() -> send(text)))
			.then();
	}

	private String callbackQueryId() {
		CallbackQuery query = this.update.callbackQuery();
		if (query == null) {
			throw new IllegalStateException("Update " + this.update.updateId()
					+ " is no callback query, and only those are answered: send a text instead");
		}
		return query.id();
	}

	/**
	 * The language that the person is answered in.
	 * @return the language
	 * @see BaleLocaleResolver
	 */
	public Locale locale() {
		return this.texts.locale(this.update);
	}

	/**
	 * A text of the {@code MessageSource} in the language of the person.
	 * @param code the code of the text
	 * @param arguments what fills its places
	 * @return the text
	 * @throws org.springframework.context.NoSuchMessageException if there is none
	 */
	public String message(String code, Object... arguments) {
		return this.texts.text(this.update, code, arguments);
	}

	String message(MessageSourceResolvable message) {
		return this.texts.text(this.update, message);
	}

	String written(String text) {
		return this.texts.written(this.update, text);
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
	 * unique column. It is the same each time the update comes.
	 * @return number of the bot, number of the update, and a check of its identity, as
	 * numbers of updates may begin anew: such as {@code 1620384001:5187:9ae0daaf}, at
	 * most 50 characters
	 */
	public String updateKey() {
		CRC32C check = new CRC32C();
		check.update(this.update.identity().getBytes(StandardCharsets.UTF_8));
		// In some locales digits are Persian or Arabic, and a key must not depend on
		// that.
		return String.format(Locale.ROOT, "%d:%d:%08x", this.botId, this.update.updateId(), check.getValue());
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
