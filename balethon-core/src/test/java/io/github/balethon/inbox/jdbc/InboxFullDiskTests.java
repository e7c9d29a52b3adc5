package io.github.balethon.inbox.jdbc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.TestReceiver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Recovery from a full disk: H2 closes the database, which the pool does not detect.
 */
@Timeout(90)
@ExtendWith(OutputCaptureExtension.class)
class InboxFullDiskTests {

	private static final Duration LONG = Duration.ofSeconds(40);

	private final List<InboxEntry> handed = Collections.synchronizedList(new ArrayList<>());

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final HikariDataSource dataSource = new HikariDataSource();

	private JdbcInbox inbox;

	@TempDir
	private Path folder;

	@BeforeEach
	void open() throws SQLException {
		FullDisk.register();
		this.dataSource
			.setJdbcUrl("jdbc:h2:fulldisk:async:" + this.folder.resolve("bot").toAbsolutePath() + ";WRITE_DELAY=0");
		this.dataSource.setMaximumPoolSize(5);
		DatabasePopulatorUtils.execute(
				new ResourceDatabasePopulator(new ClassPathResource(InboxDialect.H2.schemaLocation())),
				this.dataSource);
		this.inbox = new JdbcInbox(this.dataSource, InboxDatabase.of(this.dataSource), () -> 1,
				new JdbcInboxSettings(1000, 3, Duration.ofHours(72), Duration.ofSeconds(1)));
		this.inbox.open(new TestReceiver(this.handed));
		assertThat(this.inbox.claim()).isTrue();
		fillPool();
	}

	@AfterEach
	void close() {
		FullDisk.full(false);
		this.inbox.release(Duration.ofSeconds(5));
		this.dataSource.close();
	}

	// So that several connections of the pool are broken later.
	private void fillPool() throws SQLException {
		List<Connection> connections = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			connections.add(this.dataSource.getConnection());
		}
		for (Connection connection : connections) {
			connection.close();
		}
	}

	@Test
	void inboxRecoversAfterAFullDiskHasClosedTheDatabase(CapturedOutput output) {
		this.inbox.append(updates(1, 2));
		FullDisk.full(true);
		Awaitility.await().atMost(LONG).pollInSameThread().until(() -> {
			try {
				this.inbox.claim();
				this.inbox.append(updates(3));
				return false;
			}
			catch (InboxUnavailableException ex) {
				return true;
			}
		});
		for (int i = 0; i < 5; i++) {
			assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> {
				this.inbox.claim();
				this.inbox.append(updates(4));
			});
		}
		assertThat(this.inbox.trouble()).isNotNull();
		FullDisk.full(false);
		Awaitility.await().atMost(LONG).ignoreException(InboxUnavailableException.class).until(this.inbox::claim);
		this.inbox.append(updates(3, 5));
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(() -> assertThat(this.handed).extracting((entry) -> entry.update().updateId())
				.contains(1L, 2L, 3L, 5L));
		Awaitility.await().atMost(LONG).until(() -> this.inbox.trouble() == null);
		assertThat(output).doesNotContain("overridden").doesNotContain("\tat org.springframework");
	}

	private List<ReceivedUpdate> updates(long... ids) {
		List<ReceivedUpdate> updates = new ArrayList<>();
		for (long id : ids) {
			updates.add(this.decoder.decode("""
					{"update_id":%d,"message":{"message_id":%d,"date":1,"text":"x","from":{"id":1,"first_name":"x"},\
					"chat":{"id":1,"type":"private"}}}""".formatted(id, id).getBytes(StandardCharsets.UTF_8)));
		}
		return updates;
	}

}
