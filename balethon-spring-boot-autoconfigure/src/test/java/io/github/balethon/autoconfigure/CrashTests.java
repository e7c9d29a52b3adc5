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
 * and by SIGTERM, and whose line and database go away meanwhile.
 * {@code -Dcrash.kills=200} ends it more often, {@code -Dcrash.seed} repeats the random
 * choices of a run, whose seed is logged.
 */
@Tag("crash")
@Timeout(3600)
class CrashTests {

	private static final Logger logger = LoggerFactory.getLogger(CrashTests.class);

	private static final int KILLS = Integer.getInteger("crash.kills", 20);

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final Duration SLOWEST_HANDLER = Duration.ofSeconds(1);

	// For a busy machine, and for a bot that is still in its start.
	private static final Duration MARGIN = Duration.ofSeconds(8);

	private final BaleEmulator emulator = BaleEmulator.builder().token("1620384001:sentinel-of-the-token").build();

	private final long seed = Long.getLong("crash.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	// Kept, as it tells what happened.
	private Path folder;

	private Path log;

	private CrashLoad load;

	private Duration longestStop = Duration.ZERO;

	@BeforeEach
	void start(TestInfo test) throws IOException {
		this.folder = Path.of("target", "crash", test.getTestMethod().orElseThrow().getName()).toAbsolutePath();
		FileSystemUtils.deleteRecursively(this.folder);
		Files.createDirectories(this.folder);
		this.log = this.folder.resolve("bot.log");
		this.emulator.start();
		this.load = new CrashLoad(this.emulator, this.seed);
		logger.info("{} with -Dcrash.seed={}", test.getDisplayName(), this.seed);
	}

	@AfterEach
	void close() throws InterruptedException {
		this.load.end();
		this.emulator.close();
	}

	@Test
	void nothingIsLostOnAFile() throws Exception {
		String url = "jdbc:h2:async:" + this.folder.resolve("bot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
		try (Line line = new Line(this.emulator.baseUrl())) {
			survive(url, line, List.of(new CutLine(line)), Math.max(1, KILLS * 2 / 5));
		}
		check(url);
	}

	@Test
	void nothingIsLostOnPostgres() throws Exception {
		try (RestartedPostgres postgres = new RestartedPostgres(this.folder.resolve("postgres"));
				Line line = new Line(this.emulator.baseUrl())) {
			survive(postgres.url(), line, List.of(new CutLine(line), postgres), Math.max(1, KILLS * 3 / 5));
			check(postgres.url());
		}
	}

	private void survive(String url, Line line, List<Outage> outages, int kills) throws Exception {
		this.load.start();
		int forced = 0;
		int outage = 0;
		for (int i = 0; i < kills; i++) {
			CrashProcess bot = CrashProcess.start(this.emulator.token(), line.address(), url, this.log);
			if (i % 4 != 3) {
				// Else it ends in the middle of its start.
				awaitReply(bot);
			}
			if (i % 2 == 0 && !endure(outages.get(outage++ % outages.size()), bot)) {
				forced++;
				continue;
			}
			// Any moment will do.
			Thread.sleep(this.random.nextInt(1200));
			if (this.random.nextInt(3) == 0) {
				terminate(bot);
			}
			else {
				kill(bot);
				forced++;
			}
		}
		CrashProcess last = CrashProcess.start(this.emulator.token(), line.address(), url, this.log);
		this.load.end();
		this.load.awaitAnswers(LONG);
		terminate(last);
		int repeated = this.load.check();
		logger.info(
				"{} updates, {} kills of which {} by force, {} outages: {} answers came twice; "
						+ "the longest graceful stop took {} ms",
				this.load.written(), kills, forced, outage, repeated, this.longestStop.toMillis());
	}

	/**
	 * Takes something away from a bot for a while, and sometimes kills it meanwhile.
	 * @param outage what is taken away
	 * @param bot the bot
	 * @return whether it lives
	 */
	private boolean endure(Outage outage, CrashProcess bot) throws Exception {
		// Answers whose receipt is cut off, or that can be acknowledged only later.
		CrashLoad.Disturbance disturbance = this.load.disturb(outage.getClass().getSimpleName());
		outage.begin();
		boolean survives = this.random.nextInt(3) != 0;
		try {
			Thread.sleep(this.random.nextInt(800));
			if (!survives) {
				kill(bot);
			}
		}
		finally {
			outage.end();
			disturbance.end();
		}
		return survives;
	}

	private void kill(CrashProcess bot) throws InterruptedException {
		CrashLoad.Disturbance disturbance = this.load.disturb("killed");
		bot.kill();
		disturbance.end();
	}

	private void terminate(CrashProcess bot) throws InterruptedException {
		long begin = System.nanoTime();
		assertThat(bot.terminate(SLOWEST_HANDLER.plus(MARGIN))).as("ended in time").isTrue();
		Duration took = Duration.ofNanos(System.nanoTime() - begin);
		this.longestStop = (took.compareTo(this.longestStop) > 0) ? took : this.longestStop;
		this.load.happened("terminated");
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
		// Spring has its own say about a transaction whose connection is gone.
		assertThat(Files.readAllLines(this.log)).filteredOn((line) -> line.contains(" ERROR "))
			.allMatch((line) -> line.contains(".support.") && line.contains("Transaction"));
	}

	private static void assertTokenIsNotIn(Path log) throws IOException {
		assertThat(Files.readString(log)).doesNotContain("sentinel-of-the-token").doesNotContain("sentinel%2Dof");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void twentyUpdatesInHandAreAnswered(boolean forced) throws Exception {
		String url = "jdbc:h2:async:" + this.folder.resolve("bot" + forced) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
		CrashProcess bot = CrashProcess.start(this.emulator.token(), this.emulator.baseUrl().toString(), url, this.log);
		List<Person> people = IntStream.range(0, 20).mapToObj((i) -> this.emulator.person("Q" + i)).toList();
		Awaitility.await().atMost(LONG).until(() -> !this.emulator.calls().of("getUpdates").isEmpty());
		people.forEach((person) -> person.write(CrashBot.SLOW));
		// Bale has forgotten them, and none is answered.
		Awaitility.await().atMost(LONG).until(() -> this.emulator.updates().pending() == 0);
		int before;
		if (forced) {
			bot.kill();
			before = this.emulator.calls().of("sendMessage").size();
		}
		else {
			terminate(bot);
			before = 0;
		}
		int answered = this.emulator.calls().of("sendMessage").size();
		CrashProcess next = CrashProcess.start(this.emulator.token(), this.emulator.baseUrl().toString(), url,
				this.log);
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(
					() -> assertThat(people).allSatisfy((person) -> assertThat(person.chat()).hasSizeGreaterThan(1)));
		terminate(next);
		int repeated = this.emulator.calls().of("sendMessage").size() - people.size();
		assertThat(repeated).isBetween(0, before);
		assertTokenIsNotIn(this.log);
		logger.info("20 updates in progress, {}: {} answered before the end, 0 lost, {} answered twice",
				forced ? "killed" : "terminated", answered, repeated);
	}

	@Test
	void nothingIsLostOrDoneTwiceWhenOneInstanceTakesOverFromAnother() throws Exception {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
			String url = postgres.getJdbcUrl("postgres", "postgres");
			CrashProcess old = CrashProcess.start(this.emulator.token(), this.emulator.baseUrl().toString(), url,
					this.log);
			this.load.start();
			awaitReply(old);
			Path freshLog = this.folder.resolve("fresh.log");
			CrashProcess fresh = CrashProcess.start(this.emulator.token(), this.emulator.baseUrl().toString(), url,
					freshLog);
			Awaitility.await()
				.atMost(LONG)
				.until(() -> Files.readString(freshLog)
					.contains("Standing by: another instance of the application polls"));
			// They overlap for a while.
			Thread.sleep(5000);
			terminate(old);
			this.load.awaitMoreAnswers(200, LONG);
			this.load.end();
			this.load.awaitAnswers(LONG);
			terminate(fresh);
			assertThat(this.load.check()).isZero();
			check(url);
			assertTokenIsNotIn(freshLog);
		}
	}

	/**
	 * Something that the bot needs goes away, and comes back.
	 */
	private interface Outage {

		void begin() throws Exception;

		void end() throws Exception;

	}

	private record CutLine(Line line) implements Outage {

		@Override
		public void begin() throws IOException {
			this.line.cut();
		}

		@Override
		public void end() throws IOException {
			this.line.mend();
		}

	}

	private static final class RestartedPostgres implements Outage, AutoCloseable {

		private final Path data;

		private final int port;

		private EmbeddedPostgres server;

		RestartedPostgres(Path data) throws IOException {
			this.data = data;
			this.server = start(0);
			this.port = this.server.getPort();
		}

		private EmbeddedPostgres start(int port) throws IOException {
			EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
				.setDataDirectory(this.data)
				.setCleanDataDirectory(false);
			return ((port > 0) ? builder.setPort(port) : builder).start();
		}

		String url() {
			return this.server.getJdbcUrl("postgres", "postgres");
		}

		@Override
		public void begin() throws IOException {
			this.server.close();
		}

		@Override
		public void end() throws IOException {
			this.server = start(this.port);
		}

		@Override
		public void close() throws IOException {
			this.server.close();
		}

	}

}
