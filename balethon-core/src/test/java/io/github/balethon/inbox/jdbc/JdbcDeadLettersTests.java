package io.github.balethon.inbox.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Dead letters of an inbox in a database.
 */
class JdbcDeadLettersTests extends AbstractJdbcInboxTests {

	JdbcDeadLettersTests(TestDatabase database) {
		super(database);
	}

	@Test
	void deadLettersAreListedReplayedAndDeleted() {
		Instance bot = started(1000);
		ReceivedUpdate malformed = decoder().decode("{\"update_id\":8,\"message\":7}".getBytes(StandardCharsets.UTF_8));
		ReceivedUpdate withoutId = decoder().decode("nonsense".getBytes(StandardCharsets.UTF_8));
		bot.append(List.of(updates(7).get(0), malformed, withoutId, updates(9).get(0)));
		bot.append(List.of(malformed, withoutId));
		assertThat(bot.inbox.undecodable()).isEqualTo(2);
		assertThat(bot.inbox.duplicates()).isEqualTo(2);
		bot.handed.get(0).reject("ShopBot#order failed with x.Y");
		bot.awaitPersisted();
		DeadLetters letters = bot.inbox.deadLetters();
		assertThat(letters.count()).isEqualTo(3);
		assertThat(letters.list(-1, 10)).extracting(DeadLetter::updateId).containsExactly(7L, 8L, null);
		DeadLetter first = letters.list(-1, 1).get(0);
		assertThat(first.reason()).isEqualTo("ShopBot#order failed with x.Y");
		assertThat(first.attempts()).isOne();
		assertThat(first.diedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
		assertThat(letters.replay(first.id())).isTrue();
		assertThat(letters.replay(first.id())).isFalse();
		assertThat(bot.ids()).containsExactly(7L, 9L, 7L);
		assertThat(bot.handed.get(2).redelivered()).isTrue();
		DeadLetter second = letters.list(first.id(), 1).get(0);
		assertThat(letters.replay(second.id())).isFalse();
		assertThat(letters.delete(second.id())).isTrue();
		assertThat(letters.delete(second.id())).isFalse();
		assertThat(letters.count()).isOne();
		bot.stop();
		assertThatIllegalStateException().isThrownBy(() -> letters.replay(1))
			.withMessageContaining("on the instance that polls");
	}

	@Test
	void tooLargeUpdateIsADeadLetter() {
		Instance bot = started(1000);
		ReceivedUpdate large = update(7, 7, "x".repeat(2_000_000));
		bot.append(List.of(large, update(8, 7, "x")));
		assertThat(bot.ids()).containsExactly(8L);
		assertThat(bot.inbox.deadLetters().list(-1, 10)).singleElement()
			.satisfies((letter) -> assertThat(letter.payload()).hasSize(1024 * 1024));
		bot.append(List.of(large));
		assertThat(bot.inbox.duplicates()).isOne();
	}

	@Test
	void reasonWithANullCharacterDoesNotBlockOtherMarks() {
		Instance bot = started(1000);
		bot.append(updates(7, 8));
		bot.handed.get(0).reject("a" + (char) 0 + "b" + "x".repeat(600));
		bot.handed.get(1).acknowledge();
		bot.awaitPersisted();
		assertThat(bot.inbox.deadLetters().count()).isOne();
		assertThat(count("status = 1")).isOne();
	}

	@Test
	void longReasonIsTruncated() {
		Instance bot = started(1000);
		bot.append(updates(7));
		// Class names may be Persian.
		bot.handed.get(0).reject("خ".repeat(501));
		bot.awaitPersisted();
		assertThat(bot.inbox.deadLetters().list(-1, 10)).singleElement()
			.satisfies((letter) -> assertThat(letter.reason()).hasSize(500));
	}

}
