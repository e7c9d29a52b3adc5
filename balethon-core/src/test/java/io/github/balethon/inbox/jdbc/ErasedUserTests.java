package io.github.balethon.inbox.jdbc;

import java.time.Instant;
import java.util.List;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.model.Update;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Erases what is stored about a user.
 */
class ErasedUserTests extends AbstractJdbcInboxTests {

	private static final long SARA = 501;

	private static final long ALI = 502;

	ErasedUserTests(TestDatabase database) {
		super(database);
	}

	@Test
	void finishedUpdatesAndDeadLettersOfTheUserAreDeleted() {
		Instance bot = started(1000);
		bot.append(List.of(update(7, SARA, "a"), update(8, ALI, "b"), update(9, SARA, "c"), update(10, SARA, "d")));
		bot.finish(7, 8);
		bot.handed().get(2).reject("broken");
		bot.awaitPersisted();
		assertThat(bot.inbox.erase(SARA)).isEqualTo(2);
		// The other one is in progress.
		assertThat(jdbc().queryForList("SELECT update_id FROM bale_inbox ORDER BY seq", Long.class)).containsExactly(8L,
				10L);
		assertThat(bot.inbox.deadLetters().count()).isZero();
		bot.finish(10);
		bot.awaitPersisted();
		assertThat(bot.inbox.erase(SARA)).isEqualTo(1);
	}

	@Test
	void positionOfTheNewestUpdateIsNotGivenToAnotherOne() {
		Instance bot = started(1000);
		bot.append(List.of(update(7, ALI, "a"), update(8, SARA, "b")));
		bot.finish(7, 8);
		bot.awaitPersisted();
		Long newest = jdbc().queryForObject("SELECT MAX(seq) FROM bale_inbox", Long.class);
		assertThat(bot.inbox.erase(SARA)).isOne();
		assertThat(jdbc().queryForMap("SELECT payload, sender_id, chat_id FROM bale_inbox WHERE seq = ?", newest))
			.containsEntry("sender_id", null)
			.containsEntry("chat_id", null)
			.extractingByKey("payload", InstanceOfAssertFactories.BYTE_ARRAY)
			.isEmpty();
		assertThat(bot.inbox.erase(SARA)).isZero();
		bot.append(List.of(update(9, ALI, "c")));
		assertThat(jdbc().queryForObject("SELECT seq FROM bale_inbox WHERE update_id = 9", Long.class))
			.isEqualTo(newest + 1);
	}

	@Test
	void conversationsOfTheUserAreDeletedAndForgotten() {
		Instance bot = instance(1000);
		ConversationStore store = bot.inbox.conversations(10);
		store.prepare();
		await().until(bot.inbox::claim);
		Update update = update(7, SARA, "a").update();
		List<ConversationKey> keys = List.of(new ConversationKey(BOT, SARA, SARA), new ConversationKey(BOT, 9, SARA),
				new ConversationKey(BOT, ALI, ALI));
		keys.forEach((key) -> store.save(new ConversationChange(key,
				new StoredConversation(key, "name", new byte[] { '1' }, null, Instant.now().plusSeconds(1000), null),
				update)));
		bot.awaitPersisted();
		assertThat(bot.inbox.erase(SARA)).isEqualTo(2);
		assertThat(keys).extracting((key) -> store.load(key, update) != null).containsExactly(false, false, true);
	}

	@Test
	void onlyTheInstanceThatPollsErases() {
		Instance bot = started(1000);
		Instance standby = instance(1000);
		assertThat(standby.inbox.claim()).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> standby.inbox.erase(SARA))
			.withMessageContaining("invoke it on the instance that polls");
		assertThat(bot.inbox.erase(SARA)).isZero();
	}

}
