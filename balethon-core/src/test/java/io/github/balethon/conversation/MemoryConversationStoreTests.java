package io.github.balethon.conversation;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MemoryConversationStore}.
 */
class MemoryConversationStoreTests extends AbstractConversationStoreTests {

	private final MemoryConversationStore store = new MemoryConversationStore(100);

	@Override
	protected ConversationStore store() {
		return this.store;
	}

	@Test
	void abandonedConversationsAreDiscardedAboveTheMaximum() {
		LongStream.rangeClosed(1, 100)
			.forEach((user) -> save(this.store, user, conversation(user, "name", null, null)));
		// A change counts as new.
		save(this.store, 1, conversation(1, "age", null, null));
		LongStream.rangeClosed(101, 10_000)
			.forEach((user) -> save(this.store, user, conversation(user, "name", null, null)));
		assertThat(this.store.size()).isEqualTo(100);
		assertThat(load(this.store, 9_900)).isNull();
		assertThat(load(this.store, 9_901)).isNotNull();
	}

	@Test
	void changedConversationIsNotTheOldest() {
		LongStream.rangeClosed(1, 100)
			.forEach((user) -> save(this.store, user, conversation(user, "name", null, null)));
		save(this.store, 1, conversation(1, "age", null, null));
		save(this.store, 101, conversation(101, "name", null, null));
		assertThat(load(this.store, 1)).isNotNull();
		assertThat(load(this.store, 2)).isNull();
	}

}
