package io.github.balethon.autoconfigure;

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

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.model.User;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 5,000 updates of 100 people, one of whom writes as much as 20 others.
 */
@Timeout(120)
class ManyPeopleTests {

	private static final int PEOPLE = 100;

	private static final int UPDATES = 5000;

	private static final int WORKERS = 50;

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "memory, 1000", "jdbc, 1000", "jdbc, 60" })
	void orderOfEachIsKeptAndNeverAreMoreWorkersBusyThanThereAre(String store, int maxInFlight) {
		try (BaleEmulator emulator = BaleEmulator.builder().build()) {
			emulator.start();
			List<Person> people = IntStream.range(0, PEOPLE)
				.mapToObj((number) -> emulator.person("P" + number))
				.toList();
			runner(emulator, store, maxInFlight).run((context) -> {
				RandomBot bot = context.getBean(RandomBot.class);
				Dispatcher dispatcher = context.getBean(Dispatcher.class);
				int mostInMemory = 0;
				for (int i = 0; i < UPDATES; i++) {
					// Bale keeps no more than 2,000 of them.
					if (i % 100 == 0) {
						Awaitility.await()
							.atMost(60, TimeUnit.SECONDS)
							.pollDelay(Duration.ZERO)
							.until(() -> emulator.pendingUpdates() < 1500);
					}
					people.get((i % 6 == 0) ? 0 : i % PEOPLE).write(Integer.toString(i));
					mostInMemory = Math.max(mostInMemory, dispatcher.inFlight());
				}
				Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> bot.count.get() == UPDATES);
				// The inbox has room as soon as an update is acknowledged, which counts
				// as in
				// flight until its worker has reported on it.
				assertThat(mostInMemory).isLessThanOrEqualTo(maxInFlight + WORKERS);
				assertThat(bot.most.get()).isBetween(2, WORKERS);
				List<Integer> all = new ArrayList<>();
				bot.seen.values().forEach((texts) -> {
					assertThat(List.copyOf(texts)).isSorted();
					all.addAll(texts);
				});
				assertThat(all).hasSize(UPDATES).doesNotHaveDuplicates();
				Inbox inbox = context.getBean(Inbox.class);
				Awaitility.await().until(() -> inbox.unfinished() == 0);
				assertThat(emulator.calls("getUpdates")).extracting(ManyPeopleTests::offset)
					.isSorted()
					.allSatisfy((offset) -> assertThat(offset).isBetween(0L, UPDATES + 1L));
			});
		}
	}

	private static long offset(Call call) {
		return call.parameters().path("offset").asLong(0);
	}

	private ApplicationContextRunner runner(BaleEmulator emulator, String store, int maxInFlight) {
		return Bots.on(emulator)
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues(
					"spring.datasource.url=jdbc:h2:async:" + this.folder.resolve("bot")
							+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
					"bale.inbox.store=" + store, "bale.inbox.initialize-schema=always", "bale.max-workers=" + WORKERS,
					"bale.dispatch.max-in-flight=" + maxInFlight)
			.withBean(RandomBot.class);
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
