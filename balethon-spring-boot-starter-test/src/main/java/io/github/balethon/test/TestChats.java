package io.github.balethon.test;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.github.balethon.emulator.Group;
import io.github.balethon.emulator.Person;

/**
 * The chats of one test.
 */
final class TestChats {

	private final BotUnderTest bot;

	private final Map<Long, TestChat> chats = new LinkedHashMap<>();

	TestChats(BotUnderTest bot) {
		this.bot = bot;
	}

	TestChat privateChat(Person person) {
		return add(new TestChat(person.id(), person.name(), false, person::chat, this.bot));
	}

	TestChat group(Group group) {
		return add(new TestChat(group.id(), group.title(), true, group::chat, this.bot));
	}

	private TestChat add(TestChat chat) {
		this.chats.put(chat.id(), chat);
		return chat;
	}

	BotUnderTest bot() {
		return this.bot;
	}

	/**
	 * Creates a failure that shows the conversations so far.
	 * @param reason what was expected and what happened
	 * @return the failure
	 */
	AssertionError failure(String reason) {
		List<ChatEvent> events = this.bot.log().of(this.chats.keySet());
		Instant begin = events.isEmpty() ? Instant.EPOCH : events.get(0).at();
		String conversation = lines(events, (event) -> time(begin, event));
		return new AssertionError(reason + "\n\nThe conversation so far, in seconds:\n" + conversation);
	}

	private static String time(Instant begin, ChatEvent event) {
		double seconds = Duration.between(begin, event.at()).toNanos() / 1e9;
		return String.format(Locale.ROOT, "%8.3f  ", seconds);
	}

	String transcript() {
		return lines(this.bot.log().of(this.chats.keySet()), (event) -> "");
	}

	private String lines(List<ChatEvent> events, Function<ChatEvent, String> prefix) {
		StringBuilder text = new StringBuilder();
		for (ChatEvent event : events) {
			String margin = prefix.apply(event);
			String line = line(event).replace("\n", "\n" + " ".repeat(margin.length() + 4));
			text.append(margin).append(line).append('\n');
		}
		return text.toString();
	}

	// With one chat, its name would be noise.
	private String line(ChatEvent event) {
		TestChat chat = Objects.requireNonNull(this.chats.get(event.chatId()));
		boolean several = this.chats.size() > 1;
		return switch (event.kind()) {
			case ACTION -> event.text() + ((several && chat.isGroup()) ? " (in " + chat.label() + ")" : "");
			case HANDLER -> "  " + event.text();
			case REPLY -> (several ? "Bot to " + chat.label() : "Bot") + ": " + event.text();
			case EDIT -> (several ? "Bot to " + chat.label() : "Bot") + " edits: " + event.text();
			case NOTICE -> (several ? "Bot to " + chat.label() : "Bot") + " notifies: " + event.text();
			case DELETION -> (several ? chat.label() + ": " : "") + event.text();
		};
	}

}
