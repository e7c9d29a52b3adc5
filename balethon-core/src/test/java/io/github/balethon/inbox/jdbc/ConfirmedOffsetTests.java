package io.github.balethon.inbox.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.testsupport.EchoBot;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Offsets that the bot confirms to Bale while the database fails.
 */
@Timeout(120)
class ConfirmedOffsetTests {

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final int MESSAGES = 120;

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@TempDir
	private Path folder;

	@Test
	void noOffsetIsBeyondTheCommittedUpdates() {
		List<Person> senders = IntStream.range(0, 5).mapToObj((number) -> this.emulator.person("S" + number)).toList();
		try (HikariDataSource target = TestDatabase.H2_FILE.create(this.folder)) {
			UnreliableDataSource database = new UnreliableDataSource(target, 7);
			JdbcInboxSettings settings = new JdbcInboxSettings(1000, 3, Duration.ofHours(72), Duration.ofSeconds(1));
			Inbox inbox = new JdbcInbox(database, InboxDatabase.of(target), this.bots::botId, settings);
			try (TestBot bot = this.bots.with(EchoBot.class).inbox(inbox).start()) {
				database.setUnreliable(true);
				write(senders);
				awaitReplies(senders);
				database.setUnreliable(false);
				Awaitility.await().atMost(LONG).until(() -> inbox.unfinished() == 0);
			}
			assertThat(database.failures()).isGreaterThan(5);
			List<Call> polls = this.emulator.calls().of("getUpdates");
			assertThat(polls.get(0).parameters().has("offset")).isFalse();
			assertThat(polls).filteredOn((poll) -> poll.parameters().has("offset"))
				.isNotEmpty()
				.allSatisfy((poll) -> assertThat(poll.parameters().get("offset").asLong()).isPositive()
					.isLessThanOrEqualTo(database.newestAt(poll.arrivedNanos()) + 1));
			assertThat(new JdbcTemplate(target).queryForObject("SELECT COUNT(*) FROM bale_inbox WHERE status = 1",
					Integer.class))
				.isEqualTo(senders.size() * MESSAGES);
		}
		senders.forEach((sender) -> assertThat(replies(sender)).isEqualTo(texts()));
	}

	// Waits for a reply after every few messages, so that there are many pages.
	private static void write(List<Person> senders) {
		for (int i = 0; i < MESSAGES; i++) {
			String text = Integer.toString(i);
			senders.forEach((sender) -> sender.write(text));
			if (i % 4 == 3) {
				Awaitility.await()
					.atMost(LONG)
					.pollInterval(Duration.ofMillis(5))
					.until(() -> replies(senders.get(0)).contains(text));
			}
		}
	}

	private static void awaitReplies(List<Person> senders) {
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(
					() -> assertThat(senders).allSatisfy((sender) -> assertThat(replies(sender)).containsAll(texts())));
	}

	private static List<String> texts() {
		return IntStream.range(0, MESSAGES).mapToObj(Integer::toString).toList();
	}

	private static List<String> replies(Person sender) {
		return sender.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

}
