package io.github.balethon.emulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.balethon.emulator.http.AsyncCondition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat and its messages, of which the newest 10,000 are kept.
 *
 * @since 0.1.0
 */
public final class Chat {

	private static final int MOST_KEPT = 10_000;

	private final long id;

	private final ChatKind kind;

	private final @Nullable String username;

	private final WorldListener listener;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition arrival = this.lock.newCondition();

	private final AsyncCondition listeners = new AsyncCondition();

	private final NavigableMap<Long, Message> messages = new TreeMap<>();

	private final Set<Long> pinned = new LinkedHashSet<>();

	private volatile String name;

	private volatile String description = "";

	private volatile @Nullable ObjectNode photo;

	/** Whether the user of a private chat has blocked the bot. */
	private volatile boolean blocked;

	private volatile BooleanSupplier botPresence = () -> true;

	private long nextMessageId = 1;

	private long lastAwaitedId;

	Chat(long id, ChatKind kind, String name, @Nullable String username, WorldListener listener) {
		this.id = id;
		this.kind = kind;
		this.name = name;
		this.username = username;
		this.listener = listener;
	}

	Chat(State state, WorldListener listener) {
		this(state.id(), state.kind(), state.name(), state.username(), listener);
		this.description = state.description();
		this.photo = state.photo();
		this.blocked = state.blocked();
		this.nextMessageId = state.nextMessageId();
		this.lastAwaitedId = this.nextMessageId - 1;
		this.pinned.addAll(state.pinned());
		state.messages().forEach((message) -> this.messages.put(message.messageId(), message));
	}

	public long id() {
		return this.id;
	}

	public ChatKind kind() {
		return this.kind;
	}

	public @Nullable String username() {
		return this.username;
	}

	public String name() {
		return this.name;
	}

	public void rename(String name) {
		this.name = name;
	}

	public String description() {
		return this.description;
	}

	public void describe(String description) {
		this.description = description;
	}

	/**
	 * Returns the photo in Bale's fields.
	 * @return the file identifiers of its sizes, or {@code null} if there is no photo
	 */
	public @Nullable ObjectNode photo() {
		return this.photo;
	}

	public void photo(@Nullable ObjectNode photo) {
		this.photo = photo;
	}

	/**
	 * Whether the bot receives updates of the chat. In a private chat it always does.
	 * @return whether the bot is a member
	 */
	boolean hasBot() {
		return this.botPresence.getAsBoolean();
	}

	void botPresence(BooleanSupplier botPresence) {
		this.botPresence = botPresence;
	}

	public boolean isBlocked() {
		return this.blocked;
	}

	public void block(boolean blocked) {
		this.blocked = blocked;
	}

	/**
	 * Returns the requests that wait for a message of the bot.
	 * @return the waiting requests
	 */
	public AsyncCondition listeners() {
		return this.listeners;
	}

	/**
	 * Appends a message.
	 * @param draft the message
	 * @param date when it was sent
	 * @return the message with its identifier; without a reply to an unknown message
	 */
	public Message add(NewMessage draft, Instant date) {
		Message message;
		this.lock.lock();
		try {
			Long replyTo = draft.replyTo();
			if (replyTo != null && !this.messages.containsKey(replyTo)) {
				replyTo = null;
			}
			message = new Message(this.nextMessageId++, this.id, draft.fromBot(), draft.senderId(), draft.senderName(),
					MessageContent.words(draft.content()), false, replyTo, draft.replyMarkup(), date, draft.content());
			this.messages.put(message.messageId(), message);
			if (this.messages.size() > MOST_KEPT) {
				this.messages.pollFirstEntry();
			}
			this.arrival.signalAll();
			changed(message);
		}
		finally {
			this.lock.unlock();
		}
		if (message.fromBot()) {
			this.listeners.signalAll();
		}
		return message;
	}

	public @Nullable Message find(long messageId) {
		return locked(() -> this.messages.get(messageId));
	}

	/**
	 * Replaces a message by a new version.
	 * @param messageId identifier of the message
	 * @param change returns the new version of a message; may throw
	 * @return the new version, or {@code null} if there is no such message
	 */
	public @Nullable Message edit(long messageId, UnaryOperator<Message> change) {
		this.lock.lock();
		try {
			Message message = this.messages.computeIfPresent(messageId, (id, old) -> change.apply(old));
			if (message != null) {
				changed(message);
			}
			return message;
		}
		finally {
			this.lock.unlock();
		}
	}

	public void delete(long messageId) {
		this.lock.lock();
		try {
			if (this.pinned.remove(messageId)) {
				pinsChanged();
			}
			if (this.messages.remove(messageId) != null) {
				this.listener.on(new WorldEvent.MessageDeleted(this.id, messageId));
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	public List<Message> messages() {
		return locked(() -> List.copyOf(this.messages.values()));
	}

	/**
	 * Pins a message.
	 * @param messageId identifier of the message
	 * @return whether there is such a message
	 */
	public boolean pin(long messageId) {
		this.lock.lock();
		try {
			this.pinned.remove(messageId);
			boolean found = this.messages.containsKey(messageId) && this.pinned.add(messageId);
			pinsChanged();
			return found;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Unpins a message.
	 * @param messageId identifier of the message
	 * @return whether there is such a message, pinned or not
	 */
	public boolean unpin(long messageId) {
		this.lock.lock();
		try {
			this.pinned.remove(messageId);
			pinsChanged();
			return this.messages.containsKey(messageId);
		}
		finally {
			this.lock.unlock();
		}
	}

	public void unpinAll() {
		this.lock.lock();
		try {
			this.pinned.clear();
			pinsChanged();
		}
		finally {
			this.lock.unlock();
		}
	}

	public List<Message> pinned() {
		return locked(() -> this.pinned.stream().map(this.messages::get).filter(Objects::nonNull).toList());
	}

	/**
	 * Returns the state for saving.
	 * @return the chat with its messages
	 */
	State state() {
		return locked(() -> new State(this.id, this.kind, this.name, this.username, this.description, this.photo,
				this.blocked, this.nextMessageId, List.copyOf(this.pinned), List.copyOf(this.messages.values())));
	}

	public int size() {
		return messages().size();
	}

	/**
	 * Returns a page of the messages.
	 * @param before identifier of the first message that does not belong to the page
	 * @param limit maximum number of messages
	 * @return the newest messages before it, oldest first
	 */
	public List<Message> messagesBefore(long before, int limit) {
		List<Message> older = locked(() -> List.copyOf(this.messages.headMap(before, false).values()));
		return older.subList(Math.max(0, older.size() - limit), older.size());
	}

	public List<Message> messagesOfBotAfter(long messageId) {
		return locked(
				() -> this.messages.tailMap(messageId, false).values().stream().filter(Message::fromBot).toList());
	}

	@Nullable Message newestWithButton(String data) {
		this.lock.lock();
		try {
			for (Message message : this.messages.descendingMap().values()) {
				if (InlineKeyboard.hasButton(message.replyMarkup(), data)) {
					return message;
				}
			}
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Blocks until the oldest message of the bot that this method has not returned yet.
	 * @param timeout maximum time to wait
	 * @return the message
	 * @throws AssertionError if none arrives in time
	 */
	public Message awaitReply(Duration timeout) {
		this.lock.lock();
		try {
			long left = timeout.toNanos();
			long seen = this.lastAwaitedId;
			while (true) {
				for (Message message : this.messages.tailMap(Math.max(seen, this.lastAwaitedId), false).values()) {
					seen = message.messageId();
					if (message.fromBot()) {
						this.lastAwaitedId = seen;
						return message;
					}
				}
				if (left <= 0) {
					throw new AssertionError(noReply(timeout));
				}
				left = this.arrival.awaitNanos(left);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for a reply of the bot.", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private <T extends @Nullable Object> T locked(Supplier<T> task) {
		this.lock.lock();
		try {
			return task.get();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Publishes a version of a message. Invoked with the lock held, so that the versions
	 * keep their order.
	 * @param message a new message or its new version
	 */
	private void changed(Message message) {
		this.listener.on(new WorldEvent.MessageChanged(message));
	}

	private void pinsChanged() {
		this.listener.on(new WorldEvent.PinsChanged(this.id, List.copyOf(this.pinned)));
	}

	private String noReply(Duration timeout) {
		return "The bot sent no new message to the chat with " + this.name + " within " + timeout + ". "
				+ Transcript.of(this.messages, this.lastAwaitedId);
	}

	/**
	 * A chat.
	 *
	 * @param id the identifier
	 * @param kind the kind
	 * @param name the name of the user, or the title
	 * @param username the username, or {@code null}
	 * @param description the description
	 * @param photo the photo, or {@code null}
	 * @param blocked whether the user has blocked the bot
	 * @param nextMessageId the next message identifier
	 * @param pinned the pinned messages
	 * @param messages the messages
	 */
	record State(long id, ChatKind kind, String name, @Nullable String username, String description,
			@Nullable ObjectNode photo, boolean blocked, long nextMessageId, List<Long> pinned,
			List<Message> messages) {
	}

}
