package io.github.balethon.conversation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.conversation.UnreadableConversationException;
import io.github.balethon.model.StateTimeout;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

import org.springframework.util.Assert;

/**
 * The conversation of one update: as it was stored before the update, with the changes
 * that its handler has made, which are stored when the handler has succeeded.
 * Thread-safe, as a handler may change it on several threads.
 *
 * @since 0.1.0
 */
public final class ConversationSession {

	private final Conversations conversations;

	private final @Nullable ConversationKey key;

	private final Update update;

	private boolean loaded;

	private @Nullable StoredConversation stored;

	// A stored state that no handler has.
	private @Nullable String lostState;

	// The update is the timeout of the stored state.
	private boolean due;

	private boolean changed;

	// If it is changed: the conversation from now on, or null if it has ended.
	private @Nullable StoredConversation next;

	// The data that the handler has read, and its type.
	private @Nullable Object value;

	private @Nullable ConversationData valueType;

	private boolean finished;

	/**
	 * Begins the handling of an update. Loads nothing yet.
	 * @param conversations the conversations of the bot
	 * @param key the key of the conversation, or {@code null} if the update belongs to
	 * none
	 * @param update the update
	 */
	public ConversationSession(Conversations conversations, @Nullable ConversationKey key, Update update) {
		this.conversations = conversations;
		this.key = key;
		this.update = update;
	}

	/**
	 * Returns the key of the conversation.
	 * @return the key, or {@code null} if the update belongs to none
	 */
	public @Nullable ConversationKey key() {
		return this.key;
	}

	/**
	 * Returns the current state with its group, and loads it before if necessary.
	 * @return the state, or {@code null} if there is no conversation
	 */
	public synchronized @Nullable String state() {
		StoredConversation current = current();
		return (current != null) ? current.state() : null;
	}

	/**
	 * Returns the stored state if no handler has it, for example because it was renamed.
	 * The conversation ends with this update.
	 * @return the state, or {@code null} if there is no conversation, or a handler has
	 * its state
	 */
	public synchronized @Nullable String lostState() {
		load();
		return this.lostState;
	}

	private @Nullable StoredConversation current() {
		load();
		return this.changed ? this.next : this.stored;
	}

	private void load() {
		if (this.loaded) {
			return;
		}
		if (this.key != null) {
			StoredConversation found = this.conversations.store().load(this.key, this.update);
			boolean expired = found == null || !found.expiresAt().isAfter(this.conversations.clock().instant());
			this.stored = expired ? null : found;
			this.due = found != null && isTimeoutOf(found);
		}
		this.loaded = true;
		if (this.stored != null && !isObsolete() && !this.conversations.catalog().isKnown(this.stored.state())) {
			this.lostState = this.stored.state();
		}
		discardChanges();
	}

	private boolean isTimeoutOf(StoredConversation found) {
		StateTimeout timeout = this.update.stateTimeout();
		return timeout != null && timeout.state().equals(found.state()) && timeout.dueAt().equals(found.timeoutAt());
	}

	/**
	 * Whether the update is a timeout that does not apply any more, as the conversation
	 * has moved, ended or expired in the meantime.
	 * @return {@code true} if no handler must be invoked
	 */
	public synchronized boolean isObsolete() {
		load();
		return this.update.stateTimeout() != null && (!this.due || this.stored == null);
	}

	/**
	 * Discards all changes, as the handler has failed.
	 */
	public synchronized void discardChanges() {
		this.changed = this.due || this.lostState != null;
		// A timeout is handled once.
		StoredConversation handled = (this.due && this.lostState == null) ? this.stored : null;
		this.next = (handled != null) ? handled.withoutTimeout() : null;
		forgetValue();
	}

	/**
	 * Ends the conversation, whatever is stored.
	 */
	public synchronized void end() {
		requireChangeable();
		load();
		this.changed = this.stored != null;
		this.next = null;
		forgetValue();
	}

	/**
	 * Whether there is a change that the inbox does not write.
	 * @return {@code true} if {@link #save} must be called
	 */
	public synchronized boolean isUnsaved() {
		return this.changed && !this.conversations.store().isPartOfInbox();
	}

	/**
	 * Saves the change, and retries while the store is unavailable. The conversation
	 * cannot be changed any more.
	 * @return completes when it is saved
	 */
	public Mono<Void> save() {
		ConversationChange change = close();
		return (change != null) ? this.conversations.save(change) : Mono.empty();
	}

	/**
	 * Returns the change that the inbox writes. The conversation cannot be changed any
	 * more.
	 * @return the change, or {@code null} if there is none
	 */
	public @Nullable ConversationChange finish() {
		ConversationChange change = close();
		return this.conversations.store().isPartOfInbox() ? change : null;
	}

	private synchronized @Nullable ConversationChange close() {
		this.finished = true;
		if (this.changed && this.next != null && this.next.timeoutAt() != null) {
			this.conversations.scheduled(this.next.timeoutAt());
		}
		return (this.changed && this.key != null) ? new ConversationChange(this.key, this.next, this.update) : null;
	}

	synchronized @Nullable Object data(ConversationData type, @Nullable String group) {
		StoredConversation current = current();
		if (current == null || current.data() == null || ConversationCatalog.isDialogue(current.state())) {
			return null;
		}
		String ofState = ConversationCatalog.group(current.state());
		ConversationData declared = this.conversations.catalog().dataOf(ofState);
		boolean visible = (group != null) ? group.equals(ofState) : type.isAny() || type.equals(declared);
		if (!visible) {
			return null;
		}
		ConversationData effective = (type.isAny() && declared != null) ? declared : type;
		if (this.value == null || !effective.equals(this.valueType)) {
			this.value = read(effective, current.state(), current.data());
			this.valueType = effective;
		}
		return this.value;
	}

	private static Object read(ConversationData type, String state, byte[] json) {
		try {
			return type.read(json);
		}
		catch (JacksonException ex) {
			throw new UnreadableConversationException(state,
					"Data of a conversation in the state '%s' cannot be read as %s".formatted(state, type), ex);
		}
	}

	synchronized void data(ConversationData type, Object data) {
		StoredConversation current = requireCurrent();
		Assert.state(!ConversationCatalog.isDialogue(current.state()),
				"The conversation is a dialogue, which has no data");
		requireType(current.state(), type);
		change(current.state(), type.write(data), current.origin(), current.timeoutAt());
	}

	/**
	 * Moves to a state.
	 * @param state the state, as it is written in the class of the handler
	 * @param group the group of the handler, or {@code null} for none
	 * @param type the type of the data
	 * @param data the data, or {@code null} to keep it
	 */
	synchronized void moveTo(String state, @Nullable String group, ConversationData type, @Nullable Object data) {
		String target = this.conversations.catalog().resolve(state, group);
		byte[] json;
		if (data != null) {
			requireType(target, type);
			json = type.write(data);
		}
		else {
			json = kept(target);
		}
		enter(target, json, this.conversations.catalog().timeouts().get(target));
	}

	private void enter(String state, byte @Nullable [] json, @Nullable Duration timeout) {
		if (timeout == null) {
			change(state, json, null, null);
			return;
		}
		// As precise as the stores are.
		Instant timeoutAt = this.conversations.clock().instant().plus(timeout).truncatedTo(ChronoUnit.MILLIS);
		change(state, json, TimeoutOrigin.write(this.update), timeoutAt);
	}

	/**
	 * Returns the record of the current dialogue.
	 * @return the record, or {@code null} if the conversation is not a dialogue
	 * @throws UnreadableConversationException if the record cannot be read
	 */
	public synchronized @Nullable DialogueRecord dialogue() {
		StoredConversation current = current();
		if (current == null || !ConversationCatalog.isDialogue(current.state())) {
			return null;
		}
		return DialogueRecord.read(current.state(), current.data());
	}

	synchronized void dialogue(String state, DialogueRecord dialogue, @Nullable Duration timeout) {
		enter(state, dialogue.write(), timeout);
	}

	void requireTimeout(String state, Duration timeout) {
		Duration ttl = this.conversations.ttl(ConversationCatalog.group(state));
		Assert.isTrue(timeout.toMillis() > 0, "'timeout' must be positive");
		Assert.isTrue(timeout.compareTo(ttl) < 0,
				() -> "'timeout' of %s is not shorter than the time to live of the conversation, which is %s"
					.formatted(timeout, ttl));
	}

	private byte @Nullable [] kept(String target) {
		StoredConversation current = current();
		if (current == null || ConversationCatalog.isDialogue(current.state())
				|| !ConversationCatalog.group(current.state()).equals(ConversationCatalog.group(target))) {
			return null;
		}
		// The handler may have changed the object.
		return (this.value != null && this.valueType != null) ? this.valueType.write(this.value) : current.data();
	}

	private void requireType(String state, ConversationData type) {
		ConversationData declared = this.conversations.catalog().dataOf(ConversationCatalog.group(state));
		if (declared != null && !declared.equals(type)) {
			throw new IllegalArgumentException(
					"Data of the state '%s' has the type %s, not %s: declare the parameter as Conversation<%s>"
						.formatted(state, declared, type, declared));
		}
	}

	synchronized void expireAfter(Duration ttl) {
		Assert.isTrue(ttl.toMillis() > 0, "'ttl' must be positive");
		StoredConversation current = requireCurrent();
		store(new StoredConversation(current.key(), current.state(), current.data(), current.origin(),
				this.conversations.clock().instant().plus(ttl), current.timeoutAt()));
	}

	private StoredConversation requireCurrent() {
		StoredConversation current = current();
		Assert.state(current != null, "There is no conversation: begin one with moveTo(state, data)");
		return current;
	}

	private void change(String state, byte @Nullable [] json, byte @Nullable [] origin, @Nullable Instant timeoutAt) {
		Assert.state(this.key != null, "The update belongs to no conversation");
		Instant expiresAt = this.conversations.clock()
			.instant()
			.plus(this.conversations.ttl(ConversationCatalog.group(state)));
		store(new StoredConversation(this.key, state, json, origin, expiresAt, timeoutAt));
	}

	private void store(StoredConversation conversation) {
		requireChangeable();
		load();
		this.changed = true;
		this.next = conversation;
		forgetValue();
	}

	private void forgetValue() {
		this.value = null;
		this.valueType = null;
	}

	private void requireChangeable() {
		Assert.state(!this.finished, "The update is finished, so its conversation cannot be changed any more: "
				+ "change it before the result of the handler completes");
		Assert.state(this.update.preCheckoutQuery() == null,
				"A payment that is to be confirmed is handled at once, not in the order of its sender, so it cannot "
						+ "change a conversation");
	}

}
