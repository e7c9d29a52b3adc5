package io.github.balethon.inbox.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.conversation.AbstractConversationStoreTests;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.Route;
import io.github.balethon.model.Update;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@link JdbcConversationStore} in every supported database that is available.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class JdbcConversationStoreTests extends AbstractConversationStoreTests {

	private final TestDatabase database;

	@TempDir
	private Path folder;

	private HikariDataSource dataSource;

	private JdbcInbox inbox;

	private ConversationStore store;

	JdbcConversationStoreTests(TestDatabase database) {
		database.assumeAvailable();
		this.database = database;
	}

	@BeforeEach
	void create() {
		this.dataSource = this.database.create(this.folder);
		open();
	}

	@AfterEach
	void close() {
		this.inbox.suspend();
		this.inbox.release(Duration.ofSeconds(5));
		this.dataSource.close();
	}

	private void open() {
		this.inbox = new JdbcInbox(this.dataSource, InboxDatabase.of(this.dataSource), () -> BOT,
				new JdbcInboxSettings(100, 3, Duration.ofHours(72), Duration.ofMillis(500)));
		this.inbox.open(new NoReceiver());
		this.store = this.inbox.conversations(10);
		this.store.prepare();
		this.inbox.prepare();
		Awaitility.await().until(this.inbox::claim);
	}

	@Override
	protected ConversationStore store() {
		return this.store;
	}

	@Override
	protected ConversationStore restarted() {
		this.inbox.suspend();
		this.inbox.release(Duration.ofSeconds(5));
		open();
		return this.store;
	}

	private static final class NoReceiver implements InboxReceiver {

		@Override
		public void accept(List<InboxEntry> entries) {
		}

		@Override
		public List<InboxEntry> recall() {
			return List.of();
		}

		@Override
		public Route route(Update update) {
			return Route.UNORDERED;
		}

	}

}
