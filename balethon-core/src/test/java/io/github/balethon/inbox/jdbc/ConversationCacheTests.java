package io.github.balethon.inbox.jdbc;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.LongStream;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.model.Update;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConversationCache}.
 */
class ConversationCacheTests {

	private static final int ALL = 10_000;

	private final ConversationCache cache = new ConversationCache();

	private static ConversationKey key(long user) {
		return new ConversationKey(1, user, user);
	}

	private static StoredConversation conversation(long user) {
		return new StoredConversation(key(user), "name", new byte[100], null, Instant.MAX, null);
	}

	private long known() {
		return LongStream.rangeClosed(1, ALL)
			.mapToObj((user) -> this.cache.find(key(user)))
			.filter(Objects::nonNull)
			.count();
	}

	@Test
	void abandonedConversationsAreForgottenAboveTheMaximum() {
		this.cache.maxEntries(100);
		for (long user = 1; user <= ALL; user++) {
			Update update = Update.builder(user).build();
			ConversationChange change = new ConversationChange(key(user), conversation(user), update);
			this.cache.changed(change);
			this.cache.persisted(change, true);
		}
		assertThat(known()).isEqualTo(100);
		assertThat(this.cache.pending()).isEmpty();
		assertThat(this.cache.find(key(ALL))).isNotNull();
	}

	@Test
	void conversationsThatAreOnlyReadAreForgottenAboveTheMaximum() {
		this.cache.maxEntries(100);
		for (long user = 1; user <= ALL; user++) {
			this.cache.read(key(user), (user % 2 == 0) ? conversation(user) : null, this.cache.term());
		}
		assertThat(known()).isEqualTo(100);
	}

}
