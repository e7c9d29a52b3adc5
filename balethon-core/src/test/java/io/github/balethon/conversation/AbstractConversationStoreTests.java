package io.github.balethon.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.github.balethon.model.Update;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store of conversations promises.
 */
public abstract class AbstractConversationStoreTests {

	protected static final long BOT = 1620384001L;

	private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

	private long updates;

	/**
	 * Returns the store, the same one in each call of a test.
	 * @return the store
	 */
	protected abstract ConversationStore store();

	/**
	 * Returns a store with what the last one has stored, as after a restart.
	 * @return the store, or the same one if it does not outlive a restart
	 */
	protected ConversationStore restarted() {
		return store();
	}

	protected static ConversationKey key(long user) {
		return new ConversationKey(BOT, user, user);
	}

	protected static StoredConversation conversation(long user, String state, @Nullable String data,
			@Nullable Instant timeoutAt) {
		return new StoredConversation(key(user), state, (data != null) ? data.getBytes(StandardCharsets.UTF_8) : null,
				(timeoutAt != null) ? "{\"user\":{}}".getBytes(StandardCharsets.UTF_8) : null, NOW.plusSeconds(3600),
				timeoutAt);
	}

	protected Update update() {
		return Update.builder(++this.updates).build();
	}

	protected void save(ConversationStore store, long user, @Nullable StoredConversation next) {
		store.save(new ConversationChange(key(user), next, update()));
	}

	protected @Nullable StoredConversation load(ConversationStore store, long user) {
		return store.load(key(user), update());
	}

	private static void assertSame(@Nullable StoredConversation actual, StoredConversation expected) {
		assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
	}

	@Test
	void returnsWhatWasSaved() {
		StoredConversation first = conversation(1, "signup.نام", "{\"name\":\"سارا\"}", NOW.plusSeconds(60));
		StoredConversation second = conversation(2, "signup.age", null, null);
		save(store(), 1, first);
		save(store(), 2, second);
		assertSame(load(store(), 1), first);
		assertSame(load(store(), 2), second);
		assertThat(load(store(), 3)).isNull();
	}

	@Test
	void replacesAndEnds() {
		save(store(), 1, conversation(1, "name", null, NOW.plusSeconds(60)));
		StoredConversation age = conversation(1, "age", "18", null);
		save(store(), 1, age);
		assertSame(load(store(), 1), age);
		Awaitility.await().untilAsserted(() -> assertThat(store().nextTimeout(BOT)).isNull());
		save(store(), 1, null);
		assertThat(load(store(), 1)).isNull();
		save(store(), 1, null);
		assertThat(load(store(), 1)).isNull();
	}

	@Test
	void keepsConversationsOfDifferentKeysApart() {
		for (ConversationKey key : List.of(new ConversationKey(BOT, 5, 6), new ConversationKey(BOT, 5, 0),
				new ConversationKey(BOT, 0, 6), new ConversationKey(78, 5, 6))) {
			StoredConversation stored = new StoredConversation(key, key.toString(), null, null, NOW.plusSeconds(60),
					null);
			store().save(new ConversationChange(key, stored, update()));
		}
		assertThat(store().load(new ConversationKey(BOT, 5, 6), update()).state()).contains("chatId=5, userId=6");
		assertThat(store().load(new ConversationKey(BOT, 5, 0), update()).state()).contains("chatId=5, userId=0");
		assertThat(store().load(new ConversationKey(BOT, 0, 6), update()).state()).contains("chatId=0, userId=6");
	}

	@Test
	void returnsDueTimeoutsInTheirOrder() {
		save(store(), 1, conversation(1, "name", null, NOW.minusSeconds(1)));
		save(store(), 2, conversation(2, "name", null, NOW.minusSeconds(2)));
		save(store(), 3, conversation(3, "name", null, NOW.plusSeconds(500)));
		save(store(), 4, conversation(4, "name", null, null));
		assertThat(store().nextTimeout(BOT)).isEqualTo(NOW.minusSeconds(2));
		assertThat(store().due(BOT, NOW, 10)).extracting((due) -> due.key().userId()).containsExactly(2L, 1L);
		assertThat(store().due(BOT, NOW, 1)).hasSize(1);
		assertThat(store().due(BOT, NOW, 10).get(0).origin()).isNotNull();
		save(store(), 2, load(store(), 2).withoutTimeout());
		save(store(), 1, null);
		assertThat(store().due(BOT, NOW, 10)).isEmpty();
		// It may be too early for a moment, never too late.
		Awaitility.await().untilAsserted(() -> assertThat(store().nextTimeout(BOT)).isEqualTo(NOW.plusSeconds(500)));
		assertThat(load(store(), 2).state()).isEqualTo("name");
	}

	@Test
	void restartedStoreHasTheSameConversations() {
		StoredConversation stored = conversation(1, "name", "\"x\"", NOW.minusSeconds(1));
		save(store(), 1, stored);
		ConversationStore restarted = restarted();
		assertSame(load(restarted, 1), stored);
		assertThat(restarted.due(BOT, NOW, 10)).hasSize(1);
	}

}
