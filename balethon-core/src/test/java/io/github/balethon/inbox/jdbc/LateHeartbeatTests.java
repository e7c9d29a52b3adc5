package io.github.balethon.inbox.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.TestReceiver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A heartbeat whose response arrives after the instance has lost the lease and claimed it
 * again.
 */
@Timeout(60)
class LateHeartbeatTests {

	private final List<InboxEntry> handed = Collections.synchronizedList(new ArrayList<>());

	@TempDir
	private Path folder;

	@Test
	void lateResponseDoesNotEndALaterLease() throws InterruptedException {
		try (HikariDataSource database = TestDatabase.H2_MEMORY.create(this.folder)) {
			HeldHeartbeats heartbeats = new HeldHeartbeats(database);
			JdbcInbox inbox = new JdbcInbox(heartbeats, InboxDatabase.of(database), () -> 1,
					new JdbcInboxSettings(1000, 3, Duration.ofHours(72), Duration.ofMillis(500)));
			inbox.open(new TestReceiver(this.handed));
			assertThat(inbox.claim()).isTrue();
			heartbeats.held = true;
			new JdbcTemplate(database).update("DELETE FROM bale_poller");
			heartbeats.awaitHeld();
			assertThatExceptionOfType(InboxUnavailableException.class)
				.isThrownBy(() -> inbox.append(List.of(update())));
			assertThat(inbox.claim()).isTrue();
			int before = heartbeats.count.get();
			heartbeats.release();
			Awaitility.await().until(() -> heartbeats.count.get() > before);
			inbox.append(List.of(update()));
			assertThat(this.handed).hasSize(1);
			inbox.suspend();
			inbox.release(Duration.ofSeconds(5));
		}
	}

	private static ReceivedUpdate update() {
		return new UpdateDecoder()
			.decode("{\"update_id\":7,\"message\":{\"message_id\":1}}".getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Delays the response to heartbeats that find no row.
	 */
	private static final class HeldHeartbeats extends DelegatingDataSource {

		private final AtomicInteger count = new AtomicInteger();

		private final CountDownLatch reached = new CountDownLatch(1);

		private final CountDownLatch released = new CountDownLatch(1);

		private volatile boolean held;

		HeldHeartbeats(DataSource target) {
			super(target);
		}

		void awaitHeld() throws InterruptedException {
			assertThat(this.reached.await(20, TimeUnit.SECONDS)).isTrue();
		}

		void release() {
			this.held = false;
			this.released.countDown();
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			if (!Thread.currentThread().getName().equals("bale-inbox")) {
				return connection;
			}
			boolean[] heartbeat = new boolean[1];
			return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, arguments) -> {
						try {
							if (method.getName().equals("prepareStatement")) {
								heartbeat[0] |= ((String) arguments[0]).startsWith("UPDATE bale_poller SET heartbeat");
							}
							Object result = method.invoke(connection, arguments);
							if (method.getName().equals("commit") && heartbeat[0]) {
								answer();
							}
							return result;
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					});
		}

		private void answer() throws InterruptedException {
			this.count.incrementAndGet();
			if (this.held && isRowMissing()) {
				this.reached.countDown();
				this.released.await();
			}
		}

		private boolean isRowMissing() {
			Integer rows = new JdbcTemplate(obtainTargetDataSource()).queryForObject("SELECT COUNT(*) FROM bale_poller",
					Integer.class);
			return rows != null && rows == 0;
		}

	}

}
