package io.github.balethon.dispatch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.jdbc.InboxDatabase;
import io.github.balethon.inbox.jdbc.JdbcInbox;
import io.github.balethon.inbox.jdbc.JdbcInboxSettings;
import io.github.balethon.inbox.jdbc.TestDatabase;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.model.Message;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import io.github.balethon.testsupport.TestBotBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages that a handler takes together, on each inbox. A collection that waits for a
 * long time is ended by an event of the test.
 */
abstract class AbstractMessageGroupTests {

	static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	final EmulatedBots bots = new EmulatedBots();

	@TempDir
	private Path folder;

	private final Store kind;

	private final List<TestBot> started = new ArrayList<>();

	private HikariDataSource dataSource;

	Person sara;

	AbstractMessageGroupTests(Store kind) {
		this.kind = kind;
	}

	@BeforeEach
	void create() {
		TestDatabase database = this.kind.database;
		if (database != null) {
			database.assumeAvailable();
			this.dataSource = database.create(this.folder);
		}
		this.sara = this.bots.emulator().person("Sara");
	}

	@AfterEach
	void close() {
		this.started.forEach(TestBot::close);
		if (this.dataSource != null) {
			this.dataSource.close();
		}
	}

	TestBot start(Class<?>... handlers) {
		return start(this.bots.with(handlers), 1000);
	}

	TestBot start(TestBotBuilder builder, int maxInFlight) {
		Inbox inbox = (this.dataSource != null)
				? new JdbcInbox(this.dataSource, InboxDatabase.of(this.dataSource), this.bots::botId,
						new JdbcInboxSettings(maxInFlight, 3, Duration.ofHours(72), Duration.ofSeconds(10)))
				: new MemoryInbox(maxInFlight);
		TestBot bot = builder.inbox(inbox).start();
		this.started.add(bot);
		return bot;
	}

	List<String> replies(int count) {
		List<String> replies = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			replies.add(this.sara.awaitReply(LONG).text());
		}
		return replies;
	}

	boolean isPersistent() {
		return this.dataSource != null;
	}

	void awaitIdle(TestBot bot) {
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 0);
		assertThat(bot.dispatcher().lanes()).isZero();
		assertThat(bot.statistics().waiting()).isZero();
	}

	List<String> sent() {
		return this.sara.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	static String texts(List<Message> messages) {
		return messages.stream().map(Message::text).collect(Collectors.joining(" "));
	}

	static class Notes {

		@BaleText(collect = "20s")
		String notes(List<Message> messages, BaleContext context) {
			return texts(messages) + (context.redelivered() ? " again" : "");
		}

		@BaleCommand
		String end() {
			return "end";
		}

		@BaleCommand(interrupt = true)
		String stop() {
			return "stopped";
		}

	}

	/**
	 * The inbox.
	 */
	enum Store {

		MEMORY(null), H2(TestDatabase.H2_FILE), POSTGRESQL(TestDatabase.POSTGRESQL);

		private final TestDatabase database;

		Store(TestDatabase database) {
			this.database = database;
		}

	}

}
