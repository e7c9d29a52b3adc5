package io.github.balethon.handler.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.balethon.conversation.ConversationScope;
import io.github.balethon.conversation.MemoryConversationStore;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.conversation.internal.TimeoutOrigin;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A bot without threads and without Bale, which handles one update after the other.
 */
final class BotFixture implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final RecordingClient client = new RecordingClient();

	private final StaticMessageSource messages = new StaticMessageSource();

	private final MemoryConversationStore store = new MemoryConversationStore(10);

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final Conversations conversations = new Conversations(this.store, ConversationScope.SENDER_IN_CHAT,
			Duration.ofHours(1), JsonMapper.shared(), () -> this.now);

	private final BaleContextFactory contexts = new BaleContextFactory(() -> 77,
			new MessageTexts(this.messages, MessageTexts.languageOfUserOr(Locale.forLanguageTag("fa"))),
			this.conversations);

	private BotFixture() {
	}

	static BotFixture of(Class<?>... beans) {
		return of(new HandlerSettings("my_bot", true), beans);
	}

	static BotFixture of(HandlerSettings settings, Class<?>... beans) {
		BotFixture bot = new BotFixture();
		if (beans.length > 0) {
			bot.context.register(beans);
		}
		bot.context.registerBean(Conversations.class, () -> bot.conversations);
		bot.context.registerBean(HandlerRegistry.class,
				() -> new HandlerRegistry(bot.context.getBeanFactory(), settings, bot.context));
		try {
			bot.context.refresh();
		}
		catch (RuntimeException ex) {
			bot.close();
			throw ex;
		}
		return bot;
	}

	/**
	 * Asserts that a bot does not start.
	 * @param bot the class of its handlers
	 * @param description part of the message
	 * @param action part of the action
	 */
	static void assertInvalid(Class<?> bot, String description, String action) {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> of(bot))
			.withMessageContaining(description)
			.satisfies((ex) -> assertThat(ex.getAction()).contains(action));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	StaticMessageSource messages() {
		return this.messages;
	}

	RecordingClient client() {
		return this.client;
	}

	MemoryConversationStore store() {
		return this.store;
	}

	/**
	 * Moves the clock of the conversations.
	 * @param duration how far
	 */
	void pass(Duration duration) {
		this.now = this.now.plus(duration);
	}

	BaleContext contextOf(Update update) {
		return this.contexts.create(update, this.client, false);
	}

	/**
	 * Returns the timeouts of states that are due.
	 * @return the updates
	 */
	List<Update> dueTimeouts() {
		return this.store.due(77, this.now, 10).stream().map(TimeoutOrigin::update).toList();
	}

	/**
	 * Handles an update.
	 * @param update the update
	 * @return the handlers that were invoked
	 */
	List<String> handle(Update update) {
		List<String> called = new ArrayList<>();
		UpdateHandling handling = bean(HandlerRegistry.class).handle(contextOf(update));
		try {
			while (handling.advance()) {
				called.add(String.valueOf(handling.handler()));
				if (settled(handling.invoke()) != BaleFlow.NEXT) {
					break;
				}
				handling.completed(null);
			}
		}
		catch (Throwable ex) {
			recover(handling, ex);
		}
		settled(handling.finished(null));
		handling.conversationChange();
		boolean answered = this.client.sent().stream().anyMatch(AnswerCallbackQuery.class::isInstance);
		if (!answered) {
			settled(handling.answerCallback());
		}
		return called;
	}

	private static void recover(UpdateHandling handling, Throwable error) {
		try {
			settled(handling.recover(error));
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static @Nullable Object settled(@Nullable Mono<?> result) {
		return (result != null) ? result.block() : null;
	}

	/**
	 * Handles an update.
	 * @param update the update
	 * @return the handler that was invoked, without its class, or {@code null}
	 */
	@Nullable String handler(Update update) {
		List<String> called = handle(update);
		return called.isEmpty() ? null : called.get(0).substring(called.get(0).indexOf('#') + 1);
	}

	/**
	 * Handles an update.
	 * @param update the update
	 * @return the texts that were sent
	 */
	List<String> answers(Update update) {
		this.client.sent().clear();
		handle(update);
		List<String> texts = new ArrayList<>();
		for (BaleMethod<?> method : this.client.sent()) {
			if (method instanceof SendMessage message) {
				texts.add(message.text());
			}
		}
		return texts;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
