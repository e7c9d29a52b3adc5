package io.github.balethon.client;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.balethon.Interleavings;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Scheduler;

class SendingTurnsInterleavingsTests {

	private static final RateLimit ONE_A_SECOND = new RateLimit(1, Duration.ofSeconds(1));

	@Test
	void everyMessageHasItsTurn() {
		Interleavings.check(() -> {
			ManualTimer timer = new ManualTimer();
			SendingTurns turns = new SendingTurns(ONE_A_SECOND, ONE_A_SECOND, timer, timer.nanos::get);
			Turn first = new Turn();
			Turn second = new Turn();
			Interleavings.together(() -> turns.await(7L, Turn::ignore).subscribe(first),
					() -> turns.await(7L, Turn::ignore).subscribe(second), timer::fire);
			timer.fire();
			timer.fire();
			Interleavings.require("first", first.ends.get(), 1);
			Interleavings.require("second", second.ends.get(), 1);
		});
	}

	@Test
	void cancelledMessageHoldsNoOtherBack() {
		Interleavings.check(() -> {
			ManualTimer timer = new ManualTimer();
			SendingTurns turns = new SendingTurns(ONE_A_SECOND, ONE_A_SECOND, timer, timer.nanos::get);
			Turn first = new Turn();
			Turn second = new Turn();
			turns.await(7L, Turn::ignore).subscribe(new Turn());
			turns.await(7L, Turn::ignore).subscribe(first);
			Interleavings.together(first::cancel, () -> turns.await(7L, Turn::ignore).subscribe(second), timer::fire);
			timer.fire();
			timer.fire();
			Interleavings.require("first at most once", first.ends.get() <= 1, true);
			Interleavings.require("second", second.ends.get(), 1);
		});
	}

	private static final class Turn extends BaseSubscriber<Void> {

		private final AtomicInteger ends = new AtomicInteger();

		static void ignore() {
			// Nothing counts the waits.
		}

		@Override
		protected void hookOnComplete() {
			this.ends.incrementAndGet();
		}

	}

	/**
	 * A timer whose time passes by hand, a second at a time.
	 */
	private static final class ManualTimer implements Scheduler {

		private final AtomicLong nanos = new AtomicLong();

		private final Queue<Task> tasks = new ConcurrentLinkedQueue<>();

		@Override
		public Disposable schedule(Runnable task) {
			return schedule(task, 0, TimeUnit.NANOSECONDS);
		}

		@Override
		public Disposable schedule(Runnable action, long delay, TimeUnit unit) {
			Task task = new Task(action, this.nanos.get() + unit.toNanos(delay), this.tasks);
			this.tasks.add(task);
			return task;
		}

		@Override
		public Worker createWorker() {
			throw new UnsupportedOperationException();
		}

		void fire() {
			long now = this.nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
			for (Task task : List.copyOf(this.tasks)) {
				if (task.due() <= now && this.tasks.remove(task)) {
					task.action().run();
				}
			}
		}

		private record Task(Runnable action, long due, Queue<Task> tasks) implements Disposable {

			@Override
			public void dispose() {
				this.tasks.remove(this);
			}

		}

	}

}
