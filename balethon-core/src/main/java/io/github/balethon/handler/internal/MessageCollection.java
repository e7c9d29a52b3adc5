package io.github.balethon.handler.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * The messages that a handler takes together: an album, or what a sender writes in quick
 * succession. Decides which further message belongs to them. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class MessageCollection {

	// Bale sends the messages of an album as updates that follow each other.
	private static final Duration ALBUM_PAUSE = Duration.ofSeconds(1);

	private final RegisteredHandler handler;

	private final DefaultBaleContext context;

	private final Function<BaleContext, HandlerSearch> searches;

	private final List<Message> messages = new ArrayList<>();

	private MessageCollection(RegisteredHandler handler, DefaultBaleContext context, Message first,
			Function<BaleContext, HandlerSearch> searches) {
		this.handler = handler;
		this.context = context;
		this.searches = searches;
		this.messages.add(first);
	}

	/**
	 * Begins a collection.
	 * @param match the handler that matches the first message
	 * @param context the context of the first message
	 * @param searches creates the search for handlers of a further message
	 * @return the collection, or {@code null} if the handler does not take several
	 * messages, or the message is one of its own
	 */
	static @Nullable MessageCollection of(HandlerMatch match, BaleContext context,
			Function<BaleContext, HandlerSearch> searches) {
		RegisteredHandler handler = match.handler();
		Message message = context.message();
		if (!handler.takesSeveralMessages() || !match.isAccepted() || context.kind() != UpdateKind.MESSAGE
				|| message == null || !(context instanceof DefaultBaleContext own)) {
			return null;
		}
		boolean several = handler.collect() != null || message.mediaGroupId() != null;
		return several ? new MessageCollection(handler, own, message, searches) : null;
	}

	/**
	 * Whether only the messages of an album are collected.
	 * @return {@code false} if messages in quick succession are
	 */
	public boolean isAlbum() {
		return this.handler.collect() == null;
	}

	/**
	 * Returns the time after a message for which a further one is awaited.
	 * @return the time
	 */
	public Duration pause() {
		return (this.handler.collect() != null) ? this.handler.collect() : ALBUM_PAUSE;
	}

	/**
	 * Whether a further update belongs to the collection. Evaluates conditions of the
	 * application, which may block.
	 * @param next the update after the last one of the collection
	 * @return {@code true} to {@link #add} it
	 */
	public boolean accepts(Update next) {
		Message message = next.anyMessage();
		if (message == null || UpdateKind.of(next) != UpdateKind.MESSAGE || !isOfSameSenderAndChat(next)) {
			return false;
		}
		Message last = this.messages.get(this.messages.size() - 1);
		// Only the first message of an album has its caption, which a condition may need.
		if (last.mediaGroupId() != null && last.mediaGroupId().equals(message.mediaGroupId())) {
			return true;
		}
		return !isAlbum() && isSoonAfter(last, message) && isMatched(next);
	}

	private boolean isOfSameSenderAndChat(Update next) {
		return Objects.equals(sender(this.context.update()), sender(next))
				&& Objects.equals(chat(this.context.update()), chat(next));
	}

	private static @Nullable Long sender(Update update) {
		User from = update.from();
		return (from != null) ? from.id() : null;
	}

	private static @Nullable Long chat(Update update) {
		Chat chat = update.chat();
		return (chat != null) ? chat.id() : null;
	}

	// Messages that were pending at Bale arrive at once, whenever they were written.
	// Their
	// dates are in seconds.
	private boolean isSoonAfter(Message last, Message next) {
		return last.date() <= 0 || next.date() <= 0 || next.date() - last.date() <= pause().toSeconds() + 1;
	}

	private boolean isMatched(Update next) {
		try {
			HandlerMatch match = this.searches.apply(this.context.withUpdateOfConversation(next)).next();
			return match != null && match.handler() == this.handler && match.isAccepted();
		}
		catch (RuntimeException ex) {
			// The update is handled alone, and fails for the same reason.
			return false;
		}
	}

	/**
	 * Adds a further update.
	 * @param next the update, which has a message
	 */
	public void add(Update next) {
		this.messages.add(Objects.requireNonNull(next.anyMessage()));
	}

	List<Message> complete() {
		List<Message> sorted = this.messages.stream().sorted(Comparator.comparingLong(Message::messageId)).toList();
		this.context.messages(sorted);
		return sorted;
	}

}
