package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bot as a process of its own, under load, that is ended at random moments, by SIGKILL
 * and by SIGTERM. {@code -Dcrash.kills=200} ends it more often.
 */
@Tag("crash")
@Timeout(3600)
class CrashTests {

	private static final Logger logger = LoggerFactory.getLogger(CrashTests.class);

	private static final int KILLS = Integer.getInteger("crash.kills", 20);

	private static final Duration LONG = Duration.ofSeconds(60);

	private final BaleEmulator emulator = BaleEmulator.builder().token("1620384001:sentinel-of-the-token").build();

	private final Random random = new Random();

	// Kept, as it tells what happened.
	private Path folder;

	private Path log;

	private CrashLoad load;

	@BeforeEach
	void start(TestInfo test) throws IOException {
		this.folder = Path.of("target", "crash", test.getTestMethod().orElseThrow().getName()).toAbsolutePath();
		FileSystemUtils.deleteRecursively(this.folder);
		Files.createDirectories(this.folder);
		this.log = this.folder.resolve("bot.log");
		this.emulator.start();
		this.load = new CrashLoad(this.emulator);
	}

	@AfterEach
	void close() throws InterruptedException {
		this.load.end();
		this.emulator.close();
	}

	@Test
	void nothingIsLostOnAFile() throws Exception {
		String url = "jdbc:h2:async:" + this.folder.resolve("bot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
		survive(url, Math.max(1, KILLS * 2 / 5));
		check(url);
	}

	@Test
	void nothingIsLostOnPostgres() throws Exception {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
			String url = postgres.getJdbcUrl("postgres", "postgres");
			survive(url, Math.max(1, KILLS * 3 / 5));
			check(url);
		}
	}

	private void survive(String url, int kills) throws Exception {
		this.load.start();
		int forced = 0;
		for (int i = 0; i < kills; i++) {
			CrashProcess bot = CrashProcess.start(this.emulator, url, this.log);
			if (i % 4 != 3) {
				// Else it ends in the middle of its start.
				awaitReply(bot);
			}
			// Any moment will do.
			Thread.sleep(this.random.nextInt(1200));
			if (this.random.nextInt(3) == 0) {
				assertThat(bot.terminate()).as("ended in time").isTrue();
				this.load.ended("terminated");
			}
			else {
				bot.kill();
				this.load.killed();
				forced++;
			}
		}
		CrashProcess last = CrashProcess.start(this.emulator, url, this.log);
		this.load.end();
		this.load.awaitAnswers(LONG);
		assertThat(last.terminate()).isTrue();
		int repeated = this.load.check();
		logger.info("{} updates, {} kills of which {} by force: {} answers came twice", this.load.written(), kills,
				forced, repeated);
	}

	private void awaitReply(CrashProcess bot) {
		this.load.awaitMoreAnswers(1, LONG);
		assertThat(bot.isAlive()).isTrue();
	}

	private void check(String url) throws SQLException, IOException {
		try (Connection connection = DriverManager.getConnection(url)) {
			JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
			assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM booking", Integer.class))
				.isEqualTo(this.load.written());
			assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM bale_inbox WHERE status <> 1", Integer.class))
				.isZero();
			assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM bale_inbox", Integer.class))
				.isEqualTo(this.load.written());
			assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM booking earlier JOIN booking later "
					+ "ON earlier.sender = later.sender AND earlier.id < later.id "
					+ "AND CAST(earlier.text AS INTEGER) > CAST(later.text AS INTEGER)", Integer.class))
				.isZero();
		}
		assertTokenIsNotIn(this.log);
		assertThat(Files.readString(this.log)).doesNotContain(" ERROR ");
	}

	private static void assertTokenIsNotIn(Path log) throws IOException {
		assertThat(Files.readString(log)).doesNotContain("sentinel-of-the-token").doesNotContain("sentinel%2Dof");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void twentyUpdatesInHandAreAnswered(boolean forced) throws Exception {
		String url = "jdbc:h2:async:" + this.folder.resolve("bot" + forced) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
		CrashProcess bot = CrashProcess.start(this.emulator, url, this.log);
		List<Person> people = IntStream.range(0, 20).mapToObj((i) -> this.emulator.person("Q" + i)).toList();
		Awaitility.await().atMost(LONG).until(() -> !this.emulator.calls("getUpdates").isEmpty());
		people.forEach((person) -> person.write(CrashBot.SLOW));
		// Bale has forgotten them, and none is answered.
		Awaitility.await().atMost(LONG).until(() -> this.emulator.pendingUpdates() == 0);
		int before;
		if (forced) {
			bot.kill();
			before = this.emulator.calls("sendMessage").size();
		}
		else {
			assertThat(bot.terminate()).isTrue();
			before = 0;
		}
		int answered = this.emulator.calls("sendMessage").size();
		CrashProcess next = CrashProcess.start(this.emulator, url, this.log);
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(
					() -> assertThat(people).allSatisfy((person) -> assertThat(person.chat()).hasSizeGreaterThan(1)));
		assertThat(next.terminate()).isTrue();
		int doubled = this.emulator.calls("sendMessage").size() - people.size();
		assertThat(doubled).isBetween(0, before);
		assertTokenIsNotIn(this.log);
		logger.info("20 updates in hand, {}: {} answered before the end, 0 lost, {} doubled",
				forced ? "killed" : "terminated", answered, doubled);
	}

	@Test
	void nothingIsLostOrDoneTwiceWhenOneInstanceTakesOverFromAnother() throws Exception {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
			String url = postgres.getJdbcUrl("postgres", "postgres");
			CrashProcess old = CrashProcess.start(this.emulator, url, this.log);
			this.load.start();
			awaitReply(old);
			Path freshLog = this.folder.resolve("fresh.log");
			CrashProcess fresh = CrashProcess.start(this.emulator, url, freshLog);
			Awaitility.await()
				.atMost(LONG)
				.until(() -> Files.readString(freshLog).contains("Another instance of the application asks"));
			// They overlap for a while.
			Thread.sleep(5000);
			assertThat(old.terminate()).isTrue();
			this.load.awaitMoreAnswers(200, LONG);
			this.load.end();
			this.load.awaitAnswers(LONG);
			assertThat(fresh.terminate()).isTrue();
			assertThat(this.load.check()).isZero();
			check(url);
			assertTokenIsNotIn(freshLog);
		}
	}

}
