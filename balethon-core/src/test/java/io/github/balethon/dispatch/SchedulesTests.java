package io.github.balethon.dispatch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.LaneKey;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import org.springframework.aop.interceptor.SimpleAsyncUncaughtExceptionHandler;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.core.task.support.TaskExecutorAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs lanes, workers and the count of updates in flight under random schedules. One
 * thread decides from a seed which task, retry or new update comes next, also within a
 * handler, and where an executor, a handler or a thread's preparation throws. A failure
 * names its seed: {@code -Dschedule.seed=17} replays it, and
 * {@code -Dschedule.seeds=200000} searches longer.
 */
class SchedulesTests {

	private static final List<Logger> loggers = Stream
		.of(Workers.class, SimpleAsyncUncaughtExceptionHandler.class, TaskExecutorAdapter.class)
		.map((type) -> (Logger) LoggerFactory.getLogger(type))
		.toList();

	// The faults are expected, and there are many.
	@BeforeAll
	static void mute() {
		loggers.forEach((logger) -> logger.setLevel(Level.OFF));
	}

	@AfterAll
	static void unmute() {
		loggers.forEach((logger) -> logger.setLevel(null));
	}

	@ParameterizedTest(name = "seeds {0} to {1}")
	@MethodSource("batches")
	void everyUpdateIsHandledOnceAndInOrder(long first, long last) {
		for (long seed = first; seed < last; seed++) {
			try {
				new Schedule(seed).run();
			}
			catch (Throwable ex) {
				throw new AssertionError("Failed with -Dschedule.seed=" + seed, ex);
			}
		}
	}

	static Stream<Arguments> batches() {
		Long only = Long.getLong("schedule.seed");
		if (only != null) {
			return Stream.of(Arguments.of(only, only + 1));
		}
		long seeds = Long.getLong("schedule.seeds", 1000);
		long size = Math.max(1, seeds / 10);
		return LongStream.iterate(0, (from) -> from < seeds, (from) -> from + size)
			.mapToObj((from) -> Arguments.of(from, Math.min(seeds, from + size)));
	}

	private static final class Schedule {

		private static final int UPDATES = 20;

		private static final int MAX_DEPTH = 6;

		private final Random random;

		private final Lanes lanes = new Lanes();

		private final InFlight inFlight = new InFlight();

		private final List<Runnable> tasks = new ArrayList<>();

		// Tasks of the timer or an event loop.
		private final List<Runnable> events = new ArrayList<>();

		private final Map<Long, Integer> handled = new HashMap<>();

		private final Map<LaneKey, Long> newest = new HashMap<>();

		private final Set<LaneKey> busy = new HashSet<>();

		private final Workers workers;

		private final int faults;

		private int added;

		private int depth;

		Schedule(long seed) {
			this.random = new Random(seed);
			this.faults = this.random.nextInt(4);
			this.workers = new Workers(this.lanes, Workers.asynchronous(this::execute), 1 + this.random.nextInt(3),
					this::work, this::thread);
		}

		void run() {
			while (this.added < UPDATES) {
				step();
			}
			for (int i = 0; i < 1000 && (this.inFlight.count() > 0 || !this.tasks.isEmpty()); i++) {
				runTask();
				runEvent();
				// Retries what was refused. Not without faults, as it makes up for a lost
				// wake-up.
				if (this.faults > 0) {
					this.workers.check();
				}
			}
			assertThat(this.handled).hasSize(UPDATES).allSatisfy((id, times) -> assertThat(times).isOne());
			assertThat(this.inFlight.count()).isZero();
			assertThat(this.workers.active()).isZero();
			assertThat(this.lanes.size()).isZero();
			assertThat(this.lanes.hasReady()).isFalse();
			assertThat(this.busy).isEmpty();
		}

		private void step() {
			switch (this.random.nextInt(8)) {
				case 0, 1 -> add();
				case 2, 3, 4 -> runTask();
				case 5, 6 -> runEvent();
				default -> recall();
			}
		}

		private void add() {
			if (this.added == UPDATES) {
				return;
			}
			long id = ++this.added;
			long sender = this.random.nextInt(3);
			InboxEntry entry = TestEntries.entry((sender != 0) ? Ordering.SENDER : Ordering.NONE, id, sender, sender);
			this.inFlight.begin();
			boolean urgent = entry.lane() == null && this.random.nextBoolean();
			this.lanes.add(urgent ? TestEntries.urgent(entry) : entry);
			this.workers.wake();
		}

		private void recall() {
			this.lanes.recall().forEach(this.lanes::add);
			this.workers.wake();
		}

		private void execute(Runnable task) {
			if (isFault()) {
				throw new TaskRejectedException("expected by this test");
			}
			if (isFault()) {
				throw new NoSuchMethodError("expected by this test");
			}
			this.tasks.add(task);
		}

		private void runTask() {
			if (this.tasks.isEmpty() || this.depth == MAX_DEPTH) {
				return;
			}
			Runnable task = this.tasks.remove(this.random.nextInt(this.tasks.size()));
			this.depth++;
			try {
				task.run();
			}
			catch (ExpectedException ex) {
				// As a thread of a pool, this one continues.
			}
			finally {
				this.depth--;
			}
		}

		private void runEvent() {
			if (!this.events.isEmpty()) {
				this.events.remove(this.random.nextInt(this.events.size())).run();
			}
		}

		private CleanThread thread() {
			if (isFault()) {
				throw new ExpectedException();
			}
			return new CleanThread(new HandlerObservations(ObservationRegistry.NOOP, null));
		}

		private void work(Lane lane) {
			Runnable step = lane.takeStep();
			if (step != null) {
				step.run();
			}
			else {
				begin(lane);
			}
			if (isFault()) {
				throw new ExpectedException();
			}
		}

		private void begin(Lane lane) {
			LaneKey key = lane.head().lane();
			if (key != null) {
				assertThat(this.busy.add(key)).as("alone in its lane").isTrue();
			}
			steps();
			switch (this.random.nextInt(5)) {
				case 0 -> {
					leave(key);
					this.lanes.hold(lane, lane.head().nextAttempt());
					this.events.add(() -> {
						this.lanes.retry(lane);
						this.workers.wake();
					});
				}
				case 1 -> this.events.add(() -> {
					this.lanes.resume(lane, () -> {
						steps();
						finish(lane);
					});
					this.workers.wake();
				});
				case 2 -> this.events.add(() -> {
					finish(lane);
					this.workers.wake();
				});
				default -> finish(lane);
			}
		}

		private void steps() {
			for (int i = this.random.nextInt(3); i > 0; i--) {
				step();
			}
		}

		private void finish(Lane lane) {
			InboxEntry entry = lane.head();
			long id = entry.update().updateId();
			this.handled.merge(id, 1, Integer::sum);
			LaneKey key = entry.lane();
			if (key != null) {
				Long before = this.newest.put(key, id);
				assertThat((before != null) ? before : 0).as("order of a lane").isLessThan(id);
			}
			leave(key);
			this.lanes.release(lane);
			this.inFlight.end();
		}

		private void leave(@Nullable LaneKey key) {
			if (key != null) {
				this.busy.remove(key);
			}
		}

		private boolean isFault() {
			return this.random.nextInt(100) < this.faults;
		}

	}

	private static final class ExpectedException extends RuntimeException {

		ExpectedException() {
			super("expected by this test", null, false, false);
		}

	}

}
