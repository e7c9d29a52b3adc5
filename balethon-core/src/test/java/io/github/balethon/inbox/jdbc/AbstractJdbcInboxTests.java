package io.github.balethon.inbox.jdbc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.Route;
import io.github.balethon.model.Update;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of an inbox in every supported database that is available.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(TestDatabase.class)
abstract class AbstractJdbcInboxTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	static final long BOT = 1620384001L;

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final List<Instance> instances = new ArrayList<>();

	private final TestDatabase database;

	@TempDir
	private Path folder;

	private HikariDataSource dataSource;

	private JdbcTemplate jdbc;

	AbstractJdbcInboxTests(TestDatabase database) {
		// Here, so that each test is reported as skipped.
		database.assumeAvailable();
		this.database = database;
	}

	@BeforeEach
	void create() {
		this.dataSource = this.database.create(this.folder);
		this.jdbc = new JdbcTemplate(this.dataSource);
	}

	@AfterEach
	void close() {
		this.instances.forEach(Instance::stop);
		this.dataSource.close();
	}

	TestDatabase database() {
		return this.database;
	}

	HikariDataSource dataSource() {
		return this.dataSource;
	}

	JdbcTemplate jdbc() {
		return this.jdbc;
	}

	UpdateDecoder decoder() {
		return this.decoder;
	}

	Instance instance(int maxInFlight) {
		return new Instance(maxInFlight, BOT);
	}

	Instance started(int maxInFlight) {
		Instance instance = instance(maxInFlight);
		await().until(instance.inbox::claim);
		return instance;
	}

	static ConditionFactory await() {
		return Awaitility.await().atMost(LONG).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
	}

	int count(String condition) {
		Integer count = this.jdbc.queryForObject("SELECT COUNT(*) FROM bale_inbox WHERE " + condition, Integer.class);
		return (count != null) ? count : 0;
	}

	List<ReceivedUpdate> updates(long... ids) {
		return LongStream.of(ids).mapToObj((id) -> update(id, id, "x")).toList();
	}

	ReceivedUpdate update(long id, long sender, String text) {
		return this.decoder.decode("""
				{"update_id":%d,"message":{"message_id":1,"text":"%s","from":{"id":%d,"first_name":"x"},\
				"chat":{"id":%d,"type":"private"}}}""".formatted(id, text, sender, sender)
			.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * An instance of an application. It begins and finishes updates only if a test does.
	 */
	final class Instance {

		final SlowDataSource slow = new SlowDataSource(AbstractJdbcInboxTests.this.dataSource, Integer.MAX_VALUE);

		final BreakableDataSource source = new BreakableDataSource(this.slow);

		final List<InboxEntry> handed = Collections.synchronizedList(new ArrayList<>());

		final List<Integer> rowsAtHandover = Collections.synchronizedList(new ArrayList<>());

		private final List<Long> recallable = new ArrayList<>();

		final List<Long> recalled = Collections.synchronizedList(new ArrayList<>());

		final JdbcInbox inbox;

		Instance(int maxInFlight, long bot) {
			this.inbox = new JdbcInbox(this.source, InboxDatabase.of(AbstractJdbcInboxTests.this.dataSource), () -> bot,
					new JdbcInboxSettings(maxInFlight, 3, Duration.ofHours(72), Duration.ofMillis(500),
							Duration.ofMillis(20)));
			this.inbox.open(new Receiver());
			AbstractJdbcInboxTests.this.instances.add(this);
		}

		void append(List<ReceivedUpdate> page) {
			this.inbox.append(page);
		}

		int offer(List<ReceivedUpdate> page) {
			return this.inbox.offer(page, Duration.ZERO);
		}

		List<InboxEntry> handed() {
			synchronized (this.handed) {
				return List.copyOf(this.handed);
			}
		}

		List<InboxEntry> handedOf(long sender) {
			return handed().stream().filter((entry) -> entry.lane().chat() == sender).toList();
		}

		List<Long> ids() {
			return handed().stream().map((entry) -> entry.update().updateId()).toList();
		}

		void awaitIds(long... ids) {
			await()
				.untilAsserted(() -> assertThat(ids()).containsExactlyElementsOf(Arrays.stream(ids).boxed().toList()));
		}

		void finish(long... ids) {
			for (long id : ids) {
				List<InboxEntry> entries = handed();
				entries.get(ids().lastIndexOf(id)).acknowledge();
			}
		}

		void finishAll() {
			handed().forEach(InboxEntry::acknowledge);
			awaitPersisted();
		}

		void recallable(long... ids) {
			LongStream.of(ids).forEach(this.recallable::add);
		}

		void awaitPersisted() {
			await().until(() -> this.inbox.unpersisted() == 0);
		}

		void crash() {
			this.source.disconnect();
		}

		void crashWith(List<ReceivedUpdate> page) {
			append(page);
			crash();
		}

		void stop() {
			this.inbox.suspend();
			this.inbox.release(Duration.ofSeconds(5));
		}

		private final class Receiver implements InboxReceiver {

			@Override
			public void accept(List<InboxEntry> entries) {
				if (!entries.isEmpty()) {
					Instance.this.rowsAtHandover.add(count("1 = 1"));
				}
				Instance.this.handed.addAll(entries);
			}

			@Override
			public List<InboxEntry> recall() {
				List<InboxEntry> entries = handed().stream()
					.filter((entry) -> Instance.this.recallable.contains(entry.update().updateId()))
					.toList();
				entries.forEach((entry) -> Instance.this.recalled.add(entry.update().updateId()));
				Instance.this.recallable.clear();
				return entries;
			}

			@Override
			public Route route(Update update) {
				return new Route(LaneKey.of(update), false);
			}

		}

	}

}
