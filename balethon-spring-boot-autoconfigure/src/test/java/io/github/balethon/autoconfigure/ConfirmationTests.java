package io.github.balethon.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bale is never made to forget what is not committed, whatever the database does.
 */
@Timeout(120)
class ConfirmationTests {

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final int MESSAGES = 120;

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	@TempDir
	private Path folder;

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void noOffsetIsBeyondWhatIsCommitted() {
		List<Person> people = IntStream.range(0, 5).mapToObj((number) -> this.emulator.person("P" + number)).toList();
		try (HikariDataSource target = new HikariDataSource()) {
			target.setJdbcUrl("jdbc:h2:async:" + this.folder.resolve("bot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
			UnreliableDataSource database = new UnreliableDataSource(target, 7);
			Bots.on(this.emulator)
				.withBean(DataSource.class, () -> database)
				.withBean(EchoBot.class)
				.withPropertyValues("bale.inbox.initialize-schema=always", "bale.inbox.takeover-after=1s")
				.run((context) -> {
					database.beUnreliable(true);
					write(people);
					awaitAnswers(people);
					database.beUnreliable(false);
				});
			assertThat(database.failures()).isGreaterThan(5);
			List<Call> polls = this.emulator.calls().of("getUpdates");
			assertThat(polls.get(0).parameters().has("offset")).isFalse();
			assertThat(polls).filteredOn((poll) -> poll.parameters().has("offset"))
				.isNotEmpty()
				.allSatisfy((poll) -> assertThat(poll.parameters().get("offset").asLong()).isPositive()
					.isLessThanOrEqualTo(database.newestAt(poll.arrivedNanos()) + 1));
			assertThat(new JdbcTemplate(target).queryForObject("SELECT COUNT(*) FROM bale_inbox WHERE status = 1",
					Integer.class))
				.isEqualTo(people.size() * MESSAGES);
		}
		people.forEach((person) -> assertThat(answers(person)).isEqualTo(texts()));
	}

	// Each waits for an answer now and then, so that there are many pages.
	private static void write(List<Person> people) {
		for (int i = 0; i < MESSAGES; i++) {
			String text = Integer.toString(i);
			people.forEach((person) -> person.write(text));
			if (i % 4 == 3) {
				Awaitility.await()
					.atMost(LONG)
					.pollInterval(Duration.ofMillis(5))
					.until(() -> answers(people.get(0)).contains(text));
			}
		}
	}

	private static void awaitAnswers(List<Person> people) {
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(
					() -> assertThat(people).allSatisfy((person) -> assertThat(answers(person)).containsAll(texts())));
	}

	private static List<String> texts() {
		return IntStream.range(0, MESSAGES).mapToObj(Integer::toString).toList();
	}

	private static List<String> answers(Person person) {
		return person.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	static class EchoBot {

		@BaleHandler
		String echo(String text) {
			return text;
		}

	}

}
