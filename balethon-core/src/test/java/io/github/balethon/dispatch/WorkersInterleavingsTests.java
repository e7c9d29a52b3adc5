package io.github.balethon.dispatch;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

import io.github.balethon.Interleavings;
import io.github.balethon.Interleavings.ThreadPerTask;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.dispatch.Workers.Worker;
import io.github.balethon.inbox.InboxEntry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.core.task.TaskRejectedException;

class WorkersInterleavingsTests {

	private final List<InboxEntry> entries = LongStream.rangeClosed(1, 3)
		.mapToObj((id) -> TestEntries.entry(Ordering.SENDER, id, id, id))
		.toList();

	private final HandlerObservations observations = new HandlerObservations(ObservationRegistry.NOOP, null);

	@Test
	void everyUpdateFindsAWorker() {
		Interleavings.check(() -> {
			ThreadPerTask threads = new ThreadPerTask();
			handleAll(threads, threads, 0);
		});
	}

	@Test
	void updateThatArrivesWhileTheOnlyWorkerLeavesIsHandled() {
		Interleavings.check(() -> {
			ThreadPerTask threads = new ThreadPerTask();
			Lanes lanes = new Lanes();
			AtomicInteger handled = new AtomicInteger();
			Workers workers = workers(lanes, threads, 1, (lane) -> {
				handled.incrementAndGet();
				lanes.release(lane);
			});
			for (InboxEntry entry : this.entries) {
				lanes.add(entry);
				workers.wake();
			}
			threads.join();
			Interleavings.require("handled", handled.get(), 3);
		});
	}

	@Test
	void errorOfAnUpdateStopsNoOther() {
		Interleavings.check(() -> {
			ThreadPerTask threads = new ThreadPerTask();
			// Only the executor sees the error of a run.
			handleAll((task) -> threads.execute(() -> {
				try {
					task.run();
				}
				catch (IllegalStateException ex) {
					// Thrown below.
				}
			}), threads, 2);
		});
	}

	@Test
	void executorThatRejectsLosesNothing() {
		Interleavings.check(() -> {
			ThreadPerTask threads = new ThreadPerTask();
			handleAll(new RejectingOnce(threads, new AtomicInteger()), threads, 0);
		});
	}

	private void handleAll(Executor executor, ThreadPerTask threads, int failing) {
		Lanes lanes = new Lanes();
		AtomicInteger handled = new AtomicInteger();
		AtomicInteger atOnce = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		Workers workers = workers(lanes, executor, 2, (lane) -> {
			most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
			int number = handled.incrementAndGet();
			lanes.release(lane);
			atOnce.decrementAndGet();
			if (number == failing) {
				throw new IllegalStateException("thrown by the test");
			}
		});
		Interleavings.together(() -> {
			lanes.add(this.entries.get(0));
			workers.wake();
		}, () -> {
			lanes.add(this.entries.get(1));
			workers.wake();
			lanes.add(this.entries.get(2));
			workers.wake();
		});
		threads.join();
		if (executor instanceof RejectingOnce) {
			// As the timer of the dispatcher.
			workers.check();
			threads.join();
		}
		Interleavings.require("handled", handled.get(), 3);
		Interleavings.require("at most as many as workers", most.get() <= 2, true);
		Interleavings.require("active", workers.active(), 0);
	}

	// Without Spring's proxy, whose classes would make it slow.
	private Workers workers(Lanes lanes, Executor executor, int maxWorkers, Consumer<Lane> work) {
		UnaryOperator<Worker> entry = (target) -> (start) -> executor.execute(() -> target.drain(start));
		return new Workers(lanes, entry, maxWorkers, work, () -> new CleanThread(this.observations));
	}

	private record RejectingOnce(Executor threads, AtomicInteger starts) implements Executor {

		@Override
		public void execute(Runnable task) {
			if (this.starts.getAndIncrement() == 0) {
				throw new TaskRejectedException("full");
			}
			this.threads.execute(task);
		}

	}

}
