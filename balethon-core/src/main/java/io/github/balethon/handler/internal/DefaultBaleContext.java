package io.github.balethon.handler.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

import io.github.balethon.client.BaleClient;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationScope;
import io.github.balethon.conversation.internal.ConversationSession;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.handler.BaleContext;
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
 * Context whose client is bound to the update and whose texts come from a
 * {@code MessageSource}.
 */
final class DefaultBaleContext implements BaleContext {

	// Callback query of a Bale client that cannot show notifications.
	private static final String OLD_CLIENT = "1";

	private final Update update;

	private final BaleClient client;

	private final long botId;

	private final boolean redelivered;

	private final MessageTexts texts;

	private final UpdateKind kind;

	private final @Nullable Conversations conversations;

	// Created by the first access, on the worker: most bots have no conversations.
	private volatile @Nullable ConversationSession conversation;

	// Null if the update is handled alone.
	private volatile @Nullable List<Message> messages;

	DefaultBaleContext(Update update, BaleClient client, long botId, boolean redelivered, MessageTexts texts,
			@Nullable Conversations conversations) {
		this.update = update;
		this.client = client;
		this.botId = botId;
		this.redelivered = redelivered;
		this.texts = texts;
		this.kind = UpdateKind.of(update);
		this.conversations = conversations;
	}

	/**
	 * Returns the conversation of an update.
	 * @param context the context of the update
	 * @return the conversation, or {@code null} if the bot has no conversations
	 */
	static @Nullable ConversationSession conversationOf(BaleContext context) {
		return (context instanceof DefaultBaleContext own) ? own.conversation() : null;
	}

	/**
	 * Returns the conversation of an update if it was accessed.
	 * @param context the context of the update
	 * @return the conversation, or {@code null} if no code has accessed it
	 */
	static @Nullable ConversationSession usedConversationOf(BaleContext context) {
		return (context instanceof DefaultBaleContext own) ? own.conversation : null;
	}

	private @Nullable ConversationSession conversation() {
		ConversationSession current = this.conversation;
		if (current == null && this.conversations != null) {
			synchronized (this) {
				current = this.conversation;
				if (current == null) {
					current = new ConversationSession(this.conversations, conversationKey(), this.update);
					this.conversation = current;
				}
			}
		}
		return current;
	}

	@Override
	public Update update() {
		return this.update;
	}

	@Override
	public UpdateKind kind() {
		return this.kind;
	}

	@Override
	public @Nullable Message message() {
		return this.update.anyMessage();
	}

	@Override
	public List<Message> messages() {
		List<Message> several = this.messages;
		return (several != null) ? several : BaleContext.super.messages();
	}

	/**
	 * Sets the messages that are handled together.
	 * @param messages the messages
	 */
	void messages(List<Message> messages) {
		this.messages = messages;
	}

	/**
	 * Returns the context of another update of the same conversation, which it sees as
	 * this one does.
	 * @param other the other update
	 * @return the context
	 */
	DefaultBaleContext withUpdateOfConversation(Update other) {
		DefaultBaleContext context = new DefaultBaleContext(other, this.client, this.botId, this.redelivered,
				this.texts, this.conversations);
		context.conversation = conversation();
		return context;
	}

	@Override
	public @Nullable String text() {
		CallbackQuery query = this.update.callbackQuery();
		if (query != null) {
			return query.data();
		}
		Message message = message();
		return (message != null) ? message.contentText() : null;
	}

	@Override
	public boolean hasChat() {
		return this.update.chat() != null || this.update.from() != null;
	}

	@Override
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

	@Override
	public @Nullable ConversationKey conversationKey() {
		ConversationScope scope = (this.conversations != null) ? this.conversations.scope()
				: ConversationScope.SENDER_IN_CHAT;
		return scope.key(this.botId, this.update);
	}

	@Override
	@CheckReturnValue
	public Mono<Message> reply(String text) {
		SendMessage request = SendMessage.of(chatId(), text);
		Message message = message();
		return this.client.execute((message != null) ? request.replyToMessageId(message.messageId()) : request);
	}

	@Override
	@CheckReturnValue
	public Mono<Message> send(String text) {
		return this.client.execute(SendMessage.of(chatId(), text));
	}

	@Override
	@CheckReturnValue
	public Mono<EditedMessage> edit(Message message, String text) {
		return this.client.execute(EditMessageText.of(message, text));
	}

	@Override
	@CheckReturnValue
	public Mono<Void> answer(String text) {
		return answer(AnswerCallbackQuery.of(callbackQueryId()).text(text));
	}

	@Override
	@CheckReturnValue
	public Mono<Void> alert(String text) {
		return answer(AnswerCallbackQuery.of(callbackQueryId()).text(text).asAlert());
	}

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

	@Override
	public Locale locale() {
		return this.texts.locale(this.update);
	}

	@Override
	public String text(String code, Object... arguments) {
		return this.texts.text(this.update, code, arguments);
	}

	@Override
	public String text(MessageSourceResolvable message) {
		return this.texts.text(this.update, message);
	}

	@Override
	public BaleClient client() {
		return this.client;
	}

	@Override
	public BaleContext withUpdate(Update update) {
		return new DefaultBaleContext(update, this.client, this.botId, this.redelivered, this.texts,
				this.conversations);
	}

	@Override
	public String updateKey() {
		CRC32C check = new CRC32C();
		check.update(this.update.identity().getBytes(StandardCharsets.UTF_8));
		// In some locales digits are Persian or Arabic, and a key must not depend on
		// that.
		return String.format(Locale.ROOT, "%d:%d:%08x", this.botId, this.update.updateId(), check.getValue());
	}

	@Override
	public boolean redelivered() {
		return this.redelivered;
	}

	@Override
	public String toString() {
		return "BaleContext[updateId=" + this.update.updateId() + "]";
	}

}
