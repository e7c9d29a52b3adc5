package io.github.balethon.inbox.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.ConversationStoreUnavailableException;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedRuntimeException;

/**
 * Conversations in the database of the inbox. A change is written in the transaction that
 * acknowledges its update, so a crash persists both or none of them. Until then, the next
 * update of the conversation sees the change in memory.
 */
final class JdbcConversationStore implements ConversationStore {

	private final InboxTables tables;

	private final ConversationCache cache;

	private final Marks marks;

	private final Availability availability;

	JdbcConversationStore(InboxTables tables, ConversationCache cache, Marks marks, Availability availability) {
		this.tables = tables;
		this.cache = cache;
		this.marks = marks;
		this.availability = availability;
	}

	@Override
	public boolean isPartOfInbox() {
		return true;
	}

	@Override
	public void prepare() {
		this.tables.useConversations();
	}

	@Override
	public @Nullable StoredConversation load(ConversationKey key, Update update) {
		ConversationCache.Entry known = this.cache.find(key);
		if (known != null) {
			return known.stored();
		}
		long term = this.cache.term();
		StoredConversation stored = this
			.<@Nullable StoredConversation>read((tables) -> tables.conversations().find(key));
		this.cache.read(key, stored, term);
		return stored;
	}

	@Override
	public void save(ConversationChange change) {
		this.cache.changed(change);
		this.marks.add(Mark.of(change));
	}

	@Override
	public List<StoredConversation> due(long botId, Instant now, int limit) {
		List<ConversationChange> pending = this.cache.pending();
		Set<ConversationKey> changed = new HashSet<>();
		pending.forEach((change) -> changed.add(change.key()));
		List<StoredConversation> due = new ArrayList<>(read((tables) -> tables.conversations().due(now, limit)));
		// The rows of these are out of date.
		due.removeIf((stored) -> changed.contains(stored.key()));
		timeouts(pending).filter((stored) -> !Objects.requireNonNull(stored.timeoutAt()).isAfter(now))
			.forEach(due::add);
		due.sort(Comparator.comparing(StoredConversation::timeoutAt));
		return due.subList(0, Math.min(limit, due.size()));
	}

	private static Stream<StoredConversation> timeouts(List<ConversationChange> pending) {
		return pending.stream()
			.map(ConversationChange::next)
			.filter(Objects::nonNull)
			.filter((stored) -> stored.timeoutAt() != null);
	}

	// A row may be out of date, so the result may be too early, never too late: a change
	// that is persisted meanwhile is in the rows, as these are read last.
	@Override
	public @Nullable Instant nextTimeout(long botId) {
		List<ConversationChange> pending = this.cache.pending();
		Instant ofRows = this.<@Nullable Instant>read((tables) -> tables.conversations().nextTimeout());
		return Stream.concat(Stream.ofNullable(ofRows), timeouts(pending).map(StoredConversation::timeoutAt))
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	private <T extends @Nullable Object> T read(Function<InboxTables.Tables, T> query) {
		try {
			return this.tables.inTransaction(query);
		}
		catch (NestedRuntimeException ex) {
			InboxUnavailableException reason = this.availability.failed(ex);
			throw new ConversationStoreUnavailableException(String.valueOf(reason.getMessage()), ex);
		}
	}

	@Override
	public @Nullable String trouble() {
		return this.availability.trouble();
	}

}
