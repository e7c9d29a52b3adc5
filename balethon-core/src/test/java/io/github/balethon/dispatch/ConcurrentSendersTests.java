package io.github.balethon.dispatch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.jdbc.InboxDatabase;
import io.github.balethon.inbox.jdbc.JdbcInbox;
import io.github.balethon.inbox.jdbc.JdbcInboxSettings;
import io.github.balethon.inbox.jdbc.TestDatabase;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.model.User;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 5,000 updates of 100 senders, one of whom sends as many as 20 others.
 */
@Timeout(120)
class ConcurrentSendersTests {

	private static final int SENDERS = 100;

	private static final int UPDATES = 5000;

	private static final int WORKERS = 50;

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@TempDir
	private Path folder;

	@Test
	void orderOfEachSenderIsKeptWithAnInboxInMemory() {
		orderOfEachSenderIsKept(new MemoryInbox(1000), 1000);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1000, 60 })
	void orderOfEachSenderIsKeptWithAnInboxInADatabase(int maxInFlight) {
		try (HikariDataSource database = TestDatabase.H2_FILE.create(this.folder)) {
			JdbcInboxSettings settings = new JdbcInboxSettings(maxInFlight, 3, Duration.ofHours(72),
					Duration.ofSeconds(10));
			orderOfEachSenderIsKept(new JdbcInbox(database, InboxDatabase.of(database), this.bots::botId, settings),
					maxInFlight);
		}
	}

	private void orderOfEachSenderIsKept(Inbox inbox, int maxInFlight) {
		List<Person> senders = IntStream.range(0, SENDERS)
			.mapToObj((number) -> this.emulator.person("S" + number))
			.toList();
		try (TestBot bot = this.bots.with(RandomBot.class).workers(WORKERS).inbox(inbox).start()) {
			RandomBot handlers = bot.bean(RandomBot.class);
			int mostInMemory = 0;
			for (int i = 0; i < UPDATES; i++) {
				// Bale keeps no more than 2,000 of them.
				if (i % 100 == 0) {
					Awaitility.await()
						.atMost(60, TimeUnit.SECONDS)
						.pollDelay(Duration.ZERO)
						.until(() -> this.emulator.updates().pending() < 1500);
				}
				senders.get((i % 6 == 0) ? 0 : i % SENDERS).write(Integer.toString(i));
				mostInMemory = Math.max(mostInMemory, bot.dispatcher().inFlight());
			}
			Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> handlers.count.get() == UPDATES);
			// The inbox has room as soon as an update is acknowledged, which counts as in
			// flight until its worker has reported on it.
			assertThat(mostInMemory).isLessThanOrEqualTo(maxInFlight + WORKERS);
			assertThat(handlers.most.get()).isBetween(2, WORKERS);
			List<Integer> all = new ArrayList<>();
			handlers.seen.values().forEach((texts) -> {
				assertThat(List.copyOf(texts)).isSorted();
				all.addAll(texts);
			});
			assertThat(all).hasSize(UPDATES).doesNotHaveDuplicates();
			Awaitility.await().until(() -> inbox.unfinished() == 0);
			assertThat(this.emulator.calls().of("getUpdates")).extracting(ConcurrentSendersTests::offset)
				.isSorted()
				.allSatisfy((offset) -> assertThat(offset).isBetween(0L, UPDATES + 1L));
		}
	}

	private static long offset(Call call) {
		return call.parameters().path("offset").asLong(0);
	}

	static class RandomBot {

		private final Map<Long, Queue<Integer>> seen = new ConcurrentHashMap<>();

		private final AtomicInteger inside = new AtomicInteger();

		private final AtomicInteger most = new AtomicInteger();

		private final AtomicInteger count = new AtomicInteger();

		@BaleHandler
		void handle(User from, String text) {
			this.most.accumulateAndGet(this.inside.incrementAndGet(), Math::max);
			// Of any length, and the same in each run.
			LockSupport.parkNanos(new Random(Objects.hash(from.id(), text)).nextInt(5_000_000));
			this.seen.computeIfAbsent(from.id(), (id) -> new ConcurrentLinkedQueue<>()).add(Integer.valueOf(text));
			this.inside.decrementAndGet();
			this.count.incrementAndGet();
		}

	}

}
