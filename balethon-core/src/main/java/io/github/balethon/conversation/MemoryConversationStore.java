package io.github.balethon.conversation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Store of conversations in memory. If there are more than a maximum, those without a
 * change for the longest time are discarded. A restart loses all of them.
 *
 * @since 0.1.0
 */
public final class MemoryConversationStore implements ConversationStore {

	private final int maxEntries;

	// Guarded by itself. In the order of the last change.
	private final Map<ConversationKey, StoredConversation> conversations = new LinkedHashMap<>();

	/**
	 * Creates a store.
	 * @param maxEntries maximum number of conversations
	 */
	public MemoryConversationStore(int maxEntries) {
		Assert.isTrue(maxEntries > 0, "'maxEntries' must be at least 1");
		this.maxEntries = maxEntries;
	}

	@Override
	public @Nullable StoredConversation load(ConversationKey key, Update update) {
		synchronized (this.conversations) {
			return this.conversations.get(key);
		}
	}

	@Override
	public void save(ConversationChange change) {
		synchronized (this.conversations) {
			this.conversations.remove(change.key());
			if (change.next() != null) {
				this.conversations.put(change.key(), change.next());
				if (this.conversations.size() > this.maxEntries) {
					Iterator<StoredConversation> oldest = this.conversations.values().iterator();
					oldest.next();
					oldest.remove();
				}
			}
		}
	}

	@Override
	public List<StoredConversation> due(long botId, Instant now, int limit) {
		synchronized (this.conversations) {
			return this.conversations.values()
				.stream()
				.filter((stored) -> stored.key().botId() == botId && stored.timeoutAt() != null
						&& !stored.timeoutAt().isAfter(now))
				.sorted(Comparator.comparing(StoredConversation::timeoutAt))
				.limit(limit)
				.toList();
		}
	}

	@Override
	public @Nullable Instant nextTimeout(long botId) {
		synchronized (this.conversations) {
			return this.conversations.values()
				.stream()
				.filter((stored) -> stored.key().botId() == botId)
				.map(StoredConversation::timeoutAt)
				.filter(Objects::nonNull)
				.min(Comparator.naturalOrder())
				.orElse(null);
		}
	}

	/**
	 * Returns the number of conversations in memory.
	 * @return the current number, including expired ones
	 */
	public int size() {
		synchronized (this.conversations) {
			return this.conversations.size();
		}
	}

}
