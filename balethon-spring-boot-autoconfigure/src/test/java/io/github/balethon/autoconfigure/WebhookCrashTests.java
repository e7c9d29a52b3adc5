package io.github.balethon.autoconfigure;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Random;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Quirk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bot with a webhook as a process of its own, under load, that is killed at random
 * moments. {@code -Dcrash.kills=100} kills it more often, {@code -Dcrash.seed} repeats
 * the random choices of a run.
 */
@Tag("crash")
@Timeout(3600)
class WebhookCrashTests {

	private static final Logger logger = LoggerFactory.getLogger(WebhookCrashTests.class);

	private static final int KILLS = Integer.getInteger("crash.kills", 5);

	private static final Duration LONG = Duration.ofSeconds(60);

	private final long seed = Long.getLong("crash.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	@Test
	void nothingIsLostWhenTheBotIsKilled() throws Exception {
		logger.info("-Dcrash.seed={}", this.seed);
		Path folder = Path.of("target", "crash", "webhook").toAbsolutePath();
		FileSystemUtils.deleteRecursively(folder);
		Files.createDirectories(folder);
		Path log = folder.resolve("bot.log");
		try (BaleEmulator emulator = BaleEmulator.builder().quirks(Quirk.LOOPBACK_WEBHOOKS).build();
				EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
			emulator.start();
			String database = postgres.getJdbcUrl("postgres", "postgres");
			int port = freePort();
			CrashLoad load = new CrashLoad(emulator, this.seed);
			load.start();
			for (int i = 0; i < KILLS; i++) {
				CrashProcess bot = start(emulator, database, log, port);
				if (i % 4 != 3) {
					// Else it is killed in the middle of its start.
					load.awaitMoreAnswers(1, LONG);
				}
				// Any moment will do.
				Thread.sleep(this.random.nextInt(800));
				CrashLoad.Disturbance disturbance = load.disturb("killed");
				bot.kill();
				disturbance.end();
			}
			CrashProcess last = start(emulator, database, log, port);
			load.end();
			load.awaitAnswers(LONG);
			assertThat(last.terminate(LONG)).isTrue();
			int repeated = load.check();
			check(database, load.written());
			assertThat(Files.readAllLines(log)).noneMatch((line) -> line.contains(" ERROR "));
			logger.info("{} updates by webhook, {} kills: 0 lost, {} answers came twice", load.written(), KILLS,
					repeated);
		}
	}

	private static CrashProcess start(BaleEmulator emulator, String database, Path log, int port) throws Exception {
		return CrashProcess.startWithWebhook(emulator.token(), emulator.baseUrl().toString(), database, log, port);
	}

	private static int freePort() throws Exception {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void check(String database, int written) throws Exception {
		try (Connection connection = DriverManager.getConnection(database)) {
			JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
			assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM booking", Integer.class)).isEqualTo(written);
			assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM bale_inbox WHERE status = 1", Integer.class))
				.isEqualTo(written);
			assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM bale_inbox", Integer.class)).isEqualTo(written);
			assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM booking earlier JOIN booking later "
					+ "ON earlier.sender = later.sender AND earlier.id < later.id "
					+ "AND CAST(earlier.text AS INTEGER) > CAST(later.text AS INTEGER)", Integer.class))
				.isZero();
		}
	}

}
