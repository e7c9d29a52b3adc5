package io.github.balethon.test;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.test.ChatEvent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A chat of a test, and how far the test has seen what the bot did in it.
 */
final class TestChat {

	private final long id;

	private final String label;

	private final boolean group;

	private final Supplier<List<ChatMessage>> messages;

	private final BotUnderTest bot;

	private final Map<Kind, Long> seen = new EnumMap<>(Kind.class);

	TestChat(long id, String label, boolean group, Supplier<List<ChatMessage>> messages, BotUnderTest bot) {
		this.id = id;
		this.label = label;
		this.group = group;
		this.messages = messages;
		this.bot = bot;
	}

	long id() {
		return this.id;
	}

	String label() {
		return this.label;
	}

	boolean isGroup() {
		return this.group;
	}

	void action(String text) {
		this.bot.log().action(this.id, text);
	}

	/**
	 * Blocks until the next event of a kind that the test has not seen, which is seen
	 * from now on, or until the bot is idle.
	 * @param kind the kind
	 * @return the event, or {@code null} if there is none
	 */
	@Nullable ChatEvent next(Kind kind) {
		ChatEvent next = this.bot.await(() -> unseen(kind));
		if (next != null) {
			this.seen.put(kind, next.position());
		}
		return next;
	}

	/**
	 * Returns the first event that the test has not seen, when the bot is idle.
	 * @param kinds the kinds
	 * @return the event, or {@code null} if there is none
	 */
	@Nullable ChatEvent nextWhenIdle(Kind... kinds) {
		this.bot.awaitIdle();
		for (Kind kind : kinds) {
			ChatEvent event = unseen(kind);
			if (event != null) {
				return event;
			}
		}
		return null;
	}

	private @Nullable ChatEvent unseen(Kind kind) {
		return this.bot.log().first(this.id, this.seen.getOrDefault(kind, 0L), (event) -> event.kind() == kind);
	}

	/**
	 * Blocks until there is a message of the bot with a property, or until the bot is
	 * idle.
	 * @param <T> the type of the property
	 * @param property returns the property of a message, or {@code null}
	 * @return the property of the newest message that has it, or {@code null}
	 */
	<T> @Nullable T newest(Function<ChatMessage, @Nullable T> property) {
		return this.bot.await(() -> {
			List<ChatMessage> all = this.messages.get();
			for (int i = all.size() - 1; i >= 0; i--) {
				T found = all.get(i).fromBot() ? property.apply(all.get(i)) : null;
				if (found != null) {
					return found;
				}
			}
			return null;
		});
	}

	/**
	 * Returns the handlers that were invoked in the chat.
	 * @param position the position after which they were invoked
	 * @return the names
	 */
	List<String> handlersAfter(long position) {
		List<String> names = new ArrayList<>();
		for (ChatEvent event = handlerAfter(position); event != null; event = handlerAfter(event.position())) {
			names.add(event.text());
		}
		return names;
	}

	private @Nullable ChatEvent handlerAfter(long position) {
		return this.bot.log().first(this.id, position, (event) -> event.kind() == Kind.HANDLER);
	}

}
