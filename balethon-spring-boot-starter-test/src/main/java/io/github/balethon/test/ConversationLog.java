package io.github.balethon.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.balethon.emulator.ChatListener;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.test.ChatEvent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The events of all chats since the emulator was reset. Thread-safe.
 */
final class ConversationLog implements ChatListener {

	private final Map<Long, List<ChatEvent>> chats = new HashMap<>();

	private final Set<MessageKey> known = new HashSet<>();

	private long lastPosition;

	@Override
	public void message(ChatMessage message) {
		boolean sent;
		synchronized (this) {
			sent = this.known.add(new MessageKey(message.chatId(), message.messageId()));
		}
		if (message.fromBot()) {
			add(message.chatId(), sent ? Kind.REPLY : Kind.EDIT, MessageText.of(message), message);
		}
		else {
			String verb = sent ? ": " : " edits: ";
			add(message.chatId(), Kind.ACTION, message.senderName() + verb + MessageText.of(message), message);
		}
	}

	@Override
	public void deletion(long chatId, long messageId) {
		add(chatId, Kind.DELETION, "message deleted", null);
	}

	@Override
	public void callbackAnswer(long chatId, long userId, String text, boolean alert) {
		if (!text.isEmpty()) {
			add(chatId, Kind.NOTICE, text, null);
		}
	}

	void action(long chatId, String text) {
		add(chatId, Kind.ACTION, text, null);
	}

	void handler(long chatId, String text) {
		add(chatId, Kind.HANDLER, text, null);
	}

	private synchronized void add(long chatId, Kind kind, String text, @Nullable ChatMessage message) {
		this.chats.computeIfAbsent(chatId, (id) -> new ArrayList<>())
			.add(new ChatEvent(++this.lastPosition, Instant.now(), chatId, kind, text, message));
		notifyAll();
	}

	/**
	 * Returns the position of the newest event.
	 * @return the position, which grows
	 */
	synchronized long position() {
		return this.lastPosition;
	}

	/**
	 * Finds the first event of a chat after a position.
	 * @param chatId identifier of the chat
	 * @param position the position
	 * @param condition the condition
	 * @return the event, or {@code null} if there is none
	 */
	synchronized @Nullable ChatEvent first(long chatId, long position, Predicate<ChatEvent> condition) {
		return events(chatId).filter((event) -> event.position() > position && condition.test(event))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns the events of chats.
	 * @param chatIds identifiers of the chats
	 * @return the events in their order; a copy
	 */
	synchronized List<ChatEvent> of(Set<Long> chatIds) {
		return chatIds.stream()
			.flatMap(this::events)
			.sorted((one, other) -> Long.compare(one.position(), other.position()))
			.toList();
	}

	private Stream<ChatEvent> events(long chatId) {
		return this.chats.getOrDefault(chatId, List.of()).stream();
	}

	/**
	 * Blocks until there is an event after a position, or for a time.
	 * @param position the position
	 * @param millis maximum time to block
	 */
	synchronized void awaitChange(long position, long millis) {
		try {
			if (this.lastPosition == position) {
				wait(millis);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the bot.", ex);
		}
	}

	synchronized void clear() {
		this.chats.clear();
		this.known.clear();
	}

	/**
	 * Identifies a message.
	 *
	 * @param chatId identifier of the chat
	 * @param messageId identifier of the message in it
	 */
	private record MessageKey(long chatId, long messageId) {
	}

}
