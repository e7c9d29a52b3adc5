package io.github.balethon.inbox.jdbc;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.emulator.Person;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Conversations need no transactions beyond those of the inbox.
 */
@Timeout(60)
class ConversationTransactionsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final int STEPS = 20;

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	@TempDir
	private Path folder;

	@Test
	void changesAreWrittenInTransactionsOfAcknowledgementsAndReadOnce() {
		try (HikariDataSource database = TestDatabase.H2_FILE.create(this.folder)) {
			RecordingDataSource recording = new RecordingDataSource(database);
			JdbcInbox inbox = new JdbcInbox(recording, InboxDatabase.of(database), this.bots::botId,
					new JdbcInboxSettings(1000, 3, Duration.ofHours(72), Duration.ofSeconds(10)));
			try (TestBot bot = this.bots.with(CountingBot.class).inbox(inbox).start()) {
				Person sara = this.bots.emulator().person("Sara");
				sara.write("/count");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("0");
				for (int i = 1; i <= STEPS; i++) {
					sara.write("next");
					assertThat(sara.awaitReply(LONG).text()).isEqualTo(Integer.toString(i));
				}
				assertThat(bot.deadLetters().count()).isZero();
			}
			assertThat(recording.with("FROM bale_conversation WHERE bot_id = ? AND chat_id")).hasSize(1);
			assertThat(recording.with("INTO bale_conversation")).isNotEmpty()
				.allMatch((statements) -> statements.stream().anyMatch((sql) -> sql.startsWith("UPDATE bale_inbox")));
		}
	}

	static class CountingBot {

		@BaleCommand
		String count(Conversation<Integer> conversation) {
			conversation.moveTo("counting", 0);
			return "0";
		}

		@BaleText(state = "counting")
		String next(Conversation<Integer> conversation) {
			int next = conversation.data() + 1;
			conversation.moveTo("counting", next);
			return Integer.toString(next);
		}

	}

	/**
	 * Records the statements of each committed transaction.
	 */
	private static final class RecordingDataSource extends DelegatingDataSource {

		private final Queue<List<String>> transactions = new ConcurrentLinkedQueue<>();

		RecordingDataSource(DataSource target) {
			super(target);
		}

		List<List<String>> with(String part) {
			return this.transactions.stream()
				.filter((statements) -> statements.stream()
					.anyMatch((sql) -> sql.contains(part) && !sql.startsWith("DELETE")))
				.toList();
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			List<String> statements = new ArrayList<>();
			return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, arguments) -> {
						if (method.getName().equals("prepareStatement")) {
							statements.add((String) arguments[0]);
						}
						Object result = method.invoke(connection, arguments);
						if (method.getName().equals("commit")) {
							this.transactions.add(List.copyOf(statements));
							statements.clear();
						}
						return result;
					});
		}

	}

}
