package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.Interleavings;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

class StepResultInterleavingsTests {

	private static final InboxEntry ENTRY = TestEntries.entry(Ordering.SENDER, 1, 7L, 7L);

	@Test
	void oneThreadContinuesHoweverTheResultEnds() {
		Interleavings.check(() -> {
			AtomicInteger continued = new AtomicInteger();
			StepResult result = new StepResult(Context.empty(), continued::incrementAndGet);
			result.onSubscribe(Operators.emptySubscription());
			Interleavings.together(() -> {
				if (!result.detach()) {
					continued.incrementAndGet();
				}
			}, result::onComplete, result::cancel);
			Interleavings.require("continued", continued.get(), 1);
			Interleavings.require("ended", result.hasEnded(), true);
		});
	}

	@Test
	void pendingResultEndsOnceAtItsTimeout() {
		Interleavings.check(() -> {
			Deadlines deadlines = new Deadlines(Duration.ofMinutes(1));
			OneStep update = new OneStep(deadlines);
			Interleavings.together(update::run, deadlines::abort);
			// Its first check may have come before the step.
			deadlines.abort();
			Interleavings.require("ended steps", update.ended.get(), 1);
			Interleavings.require("late steps", update.late.get(), 1);
			Interleavings.require("overdue", deadlines.overdue(), 0);
		});
	}

	@Test
	void interruptDoesNotOutliveItsStep() {
		Interleavings.check(() -> {
			Deadlines deadlines = new Deadlines(Duration.ofMinutes(1));
			AtomicBoolean interrupted = new AtomicBoolean();
			OneStep update = new OneStep(deadlines);
			Interleavings.together(() -> {
				update.runSynchronously();
				interrupted.set(Thread.currentThread().isInterrupted());
			}, deadlines::abort);
			Interleavings.require("interrupted", interrupted.get(), false);
			Interleavings.require("ended steps", update.ended.get(), 1);
		});
	}

	/**
	 * The protocol of an update with one step, without handlers.
	 */
	private static final class OneStep implements Deadlines.TimedUpdate {

		private final AtomicInteger ended = new AtomicInteger();

		private final AtomicInteger late = new AtomicInteger();

		private final StepResult result = new StepResult(Context.empty(), this::end);

		private final Deadlines.Deadline deadline;

		private volatile boolean pending;

		OneStep(Deadlines deadlines) {
			this.deadline = deadlines.create(this, ENTRY);
			this.deadline.start();
		}

		void run() {
			this.deadline.enter();
			if (!this.deadline.isExpired()) {
				this.result.onSubscribe(Operators.emptySubscription());
			}
			this.pending = true;
			if (this.deadline.leave()) {
				timedOut();
			}
			if (!this.result.detach()) {
				end();
			}
		}

		void runSynchronously() {
			this.deadline.enter();
			end();
			this.deadline.leave();
		}

		private void end() {
			this.ended.incrementAndGet();
			if (this.deadline.stepEnded() != null) {
				this.late.incrementAndGet();
			}
			this.deadline.end();
		}

		@Override
		public @Nullable BaleHandlerMethod handler() {
			return null;
		}

		@Override
		public void timedOut() {
			if (this.pending && this.deadline.isExpired()) {
				this.result.cancel();
			}
		}

	}

}
