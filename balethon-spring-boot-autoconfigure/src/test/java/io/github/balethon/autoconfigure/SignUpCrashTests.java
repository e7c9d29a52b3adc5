package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sign-up of several questions, as states and as a dialogue, whose bot is ended by
 * SIGKILL between and in its steps. {@code -Dcrash.signup-kills=200} ends it more often,
 * {@code -Dcrash.seed} repeats the random choices of a run, whose seed is logged.
 */
@Tag("crash")
@Timeout(3600)
class SignUpCrashTests {

	private static final Logger logger = LoggerFactory.getLogger(SignUpCrashTests.class);

	private static final int KILLS = Integer.getInteger("crash.signup-kills", 6);

	// For a busy machine, on which a start takes long.
	private static final Duration LONG = Duration.ofMinutes(3);

	private static final int USERS = 6;

	// A handler takes up to 20 ms, and the acknowledgement about as long.
	private static final int LONGEST_DELAY_MILLIS = 60;

	// Half of the users sign up with states, the others in a dialogue.
	private static final List<Step> STEPS = List.of(
			new Step((user) -> (user % 2 == 0) ? "/signup" : "/dialogue", "name?"),
			new Step((user) -> "name " + user, "age?"), new Step(Integer::toString, "city?"),
			new Step((user) -> "city " + user, "signed up"));

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final long seed = Long.getLong("crash.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final List<Person> users = new ArrayList<>();

	private int probes;

	private Path folder;

	private String url;

	private CrashProcess bot;

	private int kills;

	@BeforeEach
	void start(TestInfo test) throws IOException {
		this.folder = Path.of("target", "crash", test.getTestMethod().orElseThrow().getName()).toAbsolutePath();
		FileSystemUtils.deleteRecursively(this.folder);
		Files.createDirectories(this.folder);
		this.emulator.start();
		logger.info("{} with -Dcrash.seed={}", test.getDisplayName(), this.seed);
	}

	@AfterEach
	void close() throws InterruptedException {
		if (this.bot != null) {
			this.bot.kill();
		}
		this.emulator.close();
	}

	@Test
	void everyUserSignsUpWithTheirOwnAnswersOnAFile() throws Exception {
		this.url = "jdbc:h2:async:" + this.folder.resolve("bot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
		survive(Math.max(1, KILLS / 2));
		check();
	}

	@Test
	void everyUserSignsUpWithTheirOwnAnswersOnPostgres() throws Exception {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
			this.url = postgres.getJdbcUrl("postgres", "postgres");
			survive(Math.max(1, KILLS - KILLS / 2));
			check();
		}
	}

	private void survive(int many) throws Exception {
		startBot();
		int repeated = 0;
		while (this.kills < many) {
			int first = this.users.size();
			IntStream.range(first, first + USERS).forEach((user) -> this.users.add(this.emulator.person("S" + user)));
			for (Step step : STEPS) {
				take(step, first, many);
			}
			repeated += this.users.subList(first, first + USERS).stream().mapToInt(SignUpCrashTests::repeated).sum();
		}
		awaitAcknowledged();
		assertThat(this.bot.terminate(LONG)).isTrue();
		logger.info("{} sign-ups, {} kills: {} questions came twice", this.users.size(), this.kills, repeated);
	}

	private void take(Step step, int first, int many) throws Exception {
		int choice = (this.kills < many) ? this.random.nextInt(5) : 4;
		for (int user = first; user < first + USERS; user++) {
			this.users.get(user).write(step.answer().apply(user));
		}
		if (choice < 2) {
			killAndRestart();
		}
		Awaitility.await()
			.atMost(LONG)
			.until(() -> this.users.subList(first, first + USERS)
				.stream()
				.allMatch((user) -> replies(user).contains(step.reply())));
		if (choice == 2 || choice == 3) {
			killAndRestart();
		}
		if (choice < 4) {
			// So that no update is in progress at two kills.
			awaitAcknowledged();
		}
	}

	private void killAndRestart() throws Exception {
		// Any moment will do.
		Thread.sleep(this.random.nextInt(LONGEST_DELAY_MILLIS));
		this.bot.kill();
		this.kills++;
		startBot();
	}

	private void startBot() throws IOException {
		this.bot = CrashProcess.start(SignUpCrashBot.class, this.emulator.token(), this.emulator.baseUrl().toString(),
				this.url, this.folder.resolve("bot.log"));
	}

	private void awaitAcknowledged() {
		// A new user, as a reply to an earlier one may come twice.
		Person probe = this.emulator.person("Probe" + this.probes++);
		Awaitility.await().atMost(LONG).until(() -> {
			probe.write("/open");
			return probe.awaitReply(LONG).text().equals("open 0");
		});
	}

	private static List<String> replies(Person user) {
		return user.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	private static int repeated(Person user) {
		List<String> replies = replies(user);
		for (Step step : STEPS) {
			assertThat(Collections.frequency(replies, step.reply())).as(step.reply()).isBetween(1, 2);
		}
		return replies.size() - STEPS.size();
	}

	private void check() throws Exception {
		try (Connection connection = DriverManager.getConnection(this.url)) {
			JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
			for (int user = 0; user < this.users.size(); user++) {
				assertThat(jdbc.queryForList("SELECT name, age, city FROM sign_up WHERE sender = ?",
						this.users.get(user).id()))
					.singleElement()
					.extracting((row) -> List.copyOf(row.values()))
					.isEqualTo(List.of("name " + user, user, "city " + user));
			}
			assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM bale_conversation", Integer.class)).isZero();
			assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM bale_inbox WHERE status <> 1", Integer.class))
				.isZero();
		}
		assertThat(Files.readAllLines(this.folder.resolve("bot.log"))).noneMatch((line) -> line.contains(" ERROR "));
	}

	/**
	 * A step of the sign-up.
	 *
	 * @param answer what a user writes
	 * @param reply what the bot replies
	 */
	private record Step(IntFunction<String> answer, String reply) {

	}

}
