package io.github.balethon.inbox.jdbc;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.StoredConversation;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of conversations, of which the database has an older one until their
 * changes are persisted. Persisted versions are kept up to a maximum, so that most
 * updates need no query. Thread-safe: all fields are guarded by this object.
 */
final class ConversationCache {

	// Not persisted, with the newest change of each conversation.
	private final Map<ConversationKey, ConversationChange> pending = new HashMap<>();

	// In the database, or absent there. Those that were used longest ago come first.
	private final Map<ConversationKey, Entry> persisted = new LinkedHashMap<>(16, 0.75f, true);

	private int maxEntries = 1;

	// Incremented when the versions in the database may be others.
	private long term;

	synchronized void maxEntries(int maxEntries) {
		this.maxEntries = maxEntries;
	}

	synchronized void changed(ConversationChange change) {
		this.pending.put(change.key(), change);
		this.persisted.remove(change.key());
	}

	/**
	 * Called when a batch with a change is persisted, or discarded.
	 * @param change the change, or {@code null} for none
	 * @param written whether it was written
	 */
	synchronized void persisted(@Nullable ConversationChange change, boolean written) {
		// There may be a newer one by now.
		if (change == null || this.pending.get(change.key()) != change) {
			return;
		}
		this.pending.remove(change.key());
		if (written) {
			keep(change.key(), change.next());
		}
	}

	/**
	 * Finds a conversation.
	 * @param key its key
	 * @return the newest version, or {@code null} if it is not known here
	 */
	synchronized @Nullable Entry find(ConversationKey key) {
		ConversationChange change = this.pending.get(key);
		return (change != null) ? new Entry(change.next()) : this.persisted.get(key);
	}

	synchronized long term() {
		return this.term;
	}

	/**
	 * Keeps what was read from the database.
	 * @param key key of the conversation
	 * @param stored the conversation, or {@code null} if there is none
	 * @param term the {@link #term()} before the read
	 */
	synchronized void read(ConversationKey key, @Nullable StoredConversation stored, long term) {
		if (term == this.term && !this.pending.containsKey(key)) {
			keep(key, stored);
		}
	}

	private void keep(ConversationKey key, @Nullable StoredConversation stored) {
		this.persisted.put(key, new Entry(stored));
		if (this.persisted.size() > this.maxEntries) {
			Iterator<Entry> oldest = this.persisted.values().iterator();
			oldest.next();
			oldest.remove();
		}
	}

	/**
	 * Forgets the persisted conversations of a user, whose rows were deleted.
	 * @param userId identifier of the user
	 */
	synchronized void clearPersisted(long userId) {
		this.persisted.keySet().removeIf((key) -> key.userId() == userId || key.chatId() == userId);
		this.term++;
	}

	/**
	 * Forgets what is in the database, as another instance may have changed it.
	 */
	synchronized void clearPersisted() {
		this.persisted.clear();
		this.term++;
	}

	synchronized List<ConversationChange> pending() {
		return List.copyOf(this.pending.values());
	}

	/**
	 * A known version of a conversation.
	 *
	 * @param stored the conversation, or {@code null} if there is none
	 */
	record Entry(@Nullable StoredConversation stored) {

	}

}
