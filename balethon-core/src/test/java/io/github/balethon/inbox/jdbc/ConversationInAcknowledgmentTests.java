package io.github.balethon.inbox.jdbc;

import java.time.Instant;
import java.util.List;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes of conversations are written with the acknowledgement of their update.
 */
class ConversationInAcknowledgmentTests extends AbstractJdbcInboxTests {

	private static final ConversationKey SARA = new ConversationKey(BOT, 7, 7);

	ConversationInAcknowledgmentTests(TestDatabase database) {
		super(database);
	}

	private static void acknowledge(InboxEntry entry, @Nullable String state) {
		StoredConversation next = (state != null)
				? new StoredConversation(SARA, state, null, null, Instant.now().plusSeconds(60), null) : null;
		entry.acknowledge(new ConversationChange(SARA, next, entry.update()));
	}

	private static ConversationStore conversations(Instance instance) {
		ConversationStore store = instance.inbox.conversations(10);
		store.prepare();
		return store;
	}

	private static @Nullable String state(ConversationStore store, InboxEntry entry) {
		StoredConversation stored = store.load(SARA, entry.update());
		return (stored != null) ? stored.state() : null;
	}

	private int rows() {
		Integer count = jdbc().queryForObject("SELECT COUNT(*) FROM bale_conversation", Integer.class);
		return (count != null) ? count : 0;
	}

	@Test
	void nextUpdateSeesTheStateThatIsNotPersistedYet() {
		Instance instance = started(10);
		ConversationStore store = conversations(instance);
		instance.append(List.of(update(1, 7, "a"), update(2, 7, "b")));
		instance.source.disconnect();
		acknowledge(instance.handed().get(0), "name");
		assertThat(state(store, instance.handed().get(1))).isEqualTo("name");
		acknowledge(instance.handed().get(1), "age");
		assertThat(state(store, instance.handed().get(1))).isEqualTo("age");
	}

	@Test
	void crashBeforeTheTransactionLosesBothTheStateAndTheAcknowledgement() {
		Instance crashed = started(10);
		conversations(crashed);
		crashed.append(List.of(update(1, 7, "a"), update(2, 7, "b")));
		acknowledge(crashed.handed().get(0), "name");
		crashed.awaitPersisted();
		crashed.crash();
		acknowledge(crashed.handed().get(1), "age");
		Instance next = started(10);
		ConversationStore store = conversations(next);
		next.awaitIds(2);
		assertThat(next.handed().get(0).redelivered()).isTrue();
		assertThat(state(store, next.handed().get(0))).isEqualTo("name");
		acknowledge(next.handed().get(0), "age");
		next.awaitPersisted();
		assertThat(count("status = 1")).isEqualTo(2);
		assertThat(rows()).isEqualTo(1);
	}

	@Test
	void endedConversationHasNoRow() {
		Instance instance = started(10);
		conversations(instance);
		instance.append(List.of(update(1, 7, "a"), update(2, 7, "b")));
		acknowledge(instance.handed().get(0), "name");
		acknowledge(instance.handed().get(1), null);
		instance.awaitPersisted();
		assertThat(rows()).isZero();
	}

	@Test
	void updatesThatWereHandledTogetherAreAcknowledgedWithTheStateOrNotAtAll() {
		Instance old = started(10);
		conversations(old);
		old.append(List.of(update(1, 7, "a"), update(2, 7, "b")));
		List<InboxEntry> late = old.handed();
		old.crash();
		Instance next = started(10);
		conversations(next);
		next.awaitIds(1, 2);
		acknowledgeTogether(late, "stale");
		old.source.reconnect();
		old.awaitPersisted();
		assertThat(count("status = 0")).isEqualTo(2);
		assertThat(rows()).isZero();
		acknowledgeTogether(next.handed(), "name");
		next.awaitPersisted();
		assertThat(count("status = 1")).isEqualTo(2);
		assertThat(rows()).isEqualTo(1);
	}

	private static void acknowledgeTogether(List<InboxEntry> entries, String state) {
		StoredConversation next = new StoredConversation(SARA, state, null, null, Instant.now().plusSeconds(60), null);
		entries.get(0)
			.acknowledgment()
			.acknowledgeTogether(entries, new ConversationChange(SARA, next, entries.get(0).update()));
	}

	@Test
	void instanceThatHasLostTheInboxWritesNoState() {
		Instance old = started(10);
		ConversationStore ofOld = conversations(old);
		old.append(List.of(update(1, 7, "a")));
		InboxEntry late = old.handed().get(0);
		old.crash();
		Instance next = started(10);
		ConversationStore store = conversations(next);
		next.awaitIds(1);
		acknowledge(next.handed().get(0), "name");
		next.awaitPersisted();
		acknowledge(late, "stale");
		old.source.reconnect();
		old.awaitPersisted();
		assertThat(jdbc().queryForObject("SELECT state FROM bale_conversation", String.class)).isEqualTo("name");
		assertThat(state(store, late)).isEqualTo("name");
		assertThat(state(ofOld, late)).isEqualTo("name");
	}

}
