package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class WorkersTests {

	private final Lanes lanes = new Lanes();

	private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();

	@AfterEach
	void shutDown() {
		this.executor.shutdown();
	}

	@Test
	void handlersThatWaitUseAllWorkersAndNoMore() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(8);
		CountDownLatch goOn = new CountDownLatch(1);
		CountDownLatch all = new CountDownLatch(10);
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		Workers workers = workers(8, () -> {
			most.accumulateAndGet(inside.incrementAndGet(), Math::max);
			entered.countDown();
			await(goOn);
			inside.decrementAndGet();
			all.countDown();
		});
		addUpdates(10);
		workers.wake();
		assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.lanes.takeReady()).isNotNull();
		assertThat(this.lanes.takeReady()).isNotNull();
		assertThat(this.lanes.takeReady()).isNull();
		addUpdates(2);
		goOn.countDown();
		assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(most).hasValue(8);
	}

	@Test
	void nothingIsForgottenWhenManyWakeAtOnce() throws InterruptedException {
		int updates = 20_000;
		CountDownLatch handled = new CountDownLatch(updates);
		Workers workers = workers(4, handled::countDown);
		List<Thread> producers = IntStream.range(0, 4).mapToObj((producer) -> new Thread(() -> {
			for (int i = 0; i < updates / 4; i++) {
				addUpdates(1);
				workers.wake();
			}
		})).toList();
		producers.forEach(Thread::start);
		assertThat(handled.await(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void workRunsOnThreadsOfTheExecutor() throws InterruptedException {
		Set<String> threads = ConcurrentHashMap.newKeySet();
		CountDownLatch handled = new CountDownLatch(100);
		Workers workers = workers(2, () -> {
			threads.add(Thread.currentThread().getName());
			handled.countDown();
		});
		addUpdates(100);
		workers.wake();
		assertThat(handled.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(threads).isNotEmpty().allMatch((name) -> name.startsWith("bale-"));
	}

	@Test
	void refusedWorkerLosesNothing() throws InterruptedException {
		AtomicInteger refusals = new AtomicInteger(1);
		CountDownLatch handled = new CountDownLatch(3);
		Workers workers = new Workers(this.lanes, Workers.asynchronous((task) -> {
			if (refusals.getAndDecrement() > 0) {
				throw new TaskRejectedException("full");
			}
			new Thread(task).start();
		}), 2, (lane) -> handled.countDown(), WorkersTests::thread);
		addUpdates(2);
		workers.wake();
		assertThat(handled.getCount()).isEqualTo(3);
		addUpdates(1);
		workers.wake();
		assertThat(handled.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void workerThatNeverBeginsIsReplaced() {
		AtomicInteger losses = new AtomicInteger(2);
		CountDownLatch handled = new CountDownLatch(3);
		Workers workers = new Workers(this.lanes, Workers.asynchronous((task) -> {
			if (losses.getAndDecrement() <= 0) {
				new Thread(task).start();
			}
		}), 1, (lane) -> handled.countDown(), WorkersTests::thread);
		addUpdates(3);
		workers.wake();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			workers.check();
			return handled.getCount() == 0;
		});
		Awaitility.await().until(() -> workers.active() == 0);
	}

	@Test
	void workerThatBeginsAfterItWasReplacedIsCounted() {
		List<Runnable> tasks = new ArrayList<>();
		AtomicInteger handled = new AtomicInteger();
		Workers workers = new Workers(this.lanes, Workers.asynchronous(tasks::add), 1,
				(lane) -> handled.incrementAndGet(), WorkersTests::thread);
		addUpdates(3);
		workers.wake();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			workers.check();
			return tasks.size() == 2;
		});
		tasks.forEach(Runnable::run);
		assertThat(handled).hasValue(3);
		assertThat(workers.active()).isZero();
	}

	@Test
	void refusedWorkerIsStartedByTheCheckIfNothingElseArrives() {
		AtomicInteger refusals = new AtomicInteger(1);
		AtomicInteger handled = new AtomicInteger();
		Workers workers = new Workers(this.lanes, Workers.asynchronous((task) -> {
			if (refusals.getAndDecrement() > 0) {
				throw new TaskRejectedException("full");
			}
			task.run();
		}), 1, (lane) -> handled.incrementAndGet(), WorkersTests::thread);
		addUpdates(1);
		workers.wake();
		assertThat(handled).hasValue(0);
		workers.check();
		assertThat(handled).hasValue(1);
	}

	// The worker has found no lane and still counts as active, so this wake starts none.
	@Test
	void updateThatArrivesWhileTheOnlyWorkerLeavesIsHandled() {
		AtomicInteger handled = new AtomicInteger();
		AtomicReference<Runnable> leaving = new AtomicReference<>(() -> {
		});
		AtomicBoolean arriving = new AtomicBoolean(true);
		CleaningRegistry registry = new CleaningRegistry(() -> leaving.get().run());
		Workers workers = new Workers(this.lanes, Workers.asynchronous(Runnable::run), 1,
				(lane) -> handled.incrementAndGet(), () -> new CleanThread(new HandlerObservations(registry, null)));
		leaving.set(() -> {
			if (handled.get() == 1 && arriving.getAndSet(false)) {
				addUpdates(1);
				workers.wake();
			}
		});
		addUpdates(1);
		workers.wake();
		assertThat(handled).hasValue(2);
		assertThat(workers.active()).isZero();
	}

	@Test
	void workThatThrowsDoesNotEndTheOthers() throws InterruptedException {
		CountDownLatch handled = new CountDownLatch(10);
		Workers workers = workers(1, () -> {
			handled.countDown();
			throw new IllegalStateException("expected by this test");
		});
		addUpdates(10);
		workers.wake();
		assertThat(handled.await(10, TimeUnit.SECONDS)).isTrue();
	}

	private Workers workers(int maxWorkers, Runnable work) {
		this.executor.setThreadNamePrefix("bale-");
		this.executor.setCorePoolSize(maxWorkers);
		this.executor.setMaxPoolSize(maxWorkers);
		this.executor.setQueueCapacity(maxWorkers);
		this.executor.initialize();
		return new Workers(this.lanes, Workers.asynchronous(this.executor), maxWorkers, (lane) -> work.run(),
				WorkersTests::thread);
	}

	private static CleanThread thread() {
		return new CleanThread(new HandlerObservations(ObservationRegistry.NOOP, null));
	}

	private void addUpdates(int count) {
		for (int i = 0; i < count; i++) {
			this.lanes.add(TestEntries.entry(Ordering.NONE, i, null, null));
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Runs a task when the thread of a worker is cleaned.
	 *
	 * @param task the task
	 */
	private record CleaningRegistry(Runnable task) implements ObservationRegistry {

		@Override
		public Observation.@Nullable Scope getCurrentObservationScope() {
			this.task.run();
			return null;
		}

		@Override
		public @Nullable Observation getCurrentObservation() {
			return null;
		}

		@Override
		public void setCurrentObservationScope(Observation.@Nullable Scope current) {
		}

		@Override
		public ObservationConfig observationConfig() {
			return new ObservationConfig();
		}

	}

}
