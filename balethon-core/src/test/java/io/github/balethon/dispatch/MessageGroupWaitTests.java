package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.balethon.dispatch.Deadlines.Deadline;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The time of a step that waits for a further message is not that of a handler.
 */
class MessageGroupWaitTests {

	private static final InboxEntry ENTRY = TestEntries.entry(Ordering.SENDER, 1, 7L, 7L);

	private final ManualTimer timer = new ManualTimer();

	private final List<String> timedOut = new ArrayList<>();

	@Test
	void suspendedStepHasNoTimeout() {
		Deadlines deadlines = new Deadlines(Duration.ofNanos(1));
		deadlines.start(this.timer);
		Deadline deadline = deadlines.create(new TimedOut(this.timedOut), ENTRY);
		deadline.start();
		deadline.enter();
		deadline.suspend();
		deadline.leave();
		this.timer.task.run();
		assertThat(this.timedOut).isEmpty();
		assertThat(deadlines.overdue()).isZero();
		assertThat(deadline.stepEnded()).isNull();
		this.timer.task.run();
		assertThat(this.timedOut).hasSize(1);
		this.timer.shutdownNow();
	}

	@Test
	void suspendedStepIsCancelledByAnInterruptAndByAShutdown() {
		Deadlines deadlines = new Deadlines(Duration.ofHours(1));
		Deadline cancelled = deadlines.create(new TimedOut(this.timedOut), ENTRY);
		cancelled.enter();
		cancelled.suspend();
		cancelled.leave();
		cancelled.cancel();
		assertThat(this.timedOut).hasSize(1);
		assertThat(cancelled.stepEnded()).isInstanceOf(HandlerCancelledException.class);
		Deadline aborted = deadlines.create(new TimedOut(this.timedOut), ENTRY);
		aborted.start();
		aborted.enter();
		aborted.suspend();
		aborted.leave();
		deadlines.abort();
		assertThat(this.timedOut).hasSize(2);
		this.timer.shutdownNow();
	}

	private record TimedOut(List<String> events) implements Deadlines.TimedUpdate {

		@Override
		public @Nullable BaleHandlerMethod handler() {
			return null;
		}

		@Override
		public void timedOut() {
			this.events.add("timed out");
		}

	}

	/**
	 * Runs the periodic task when the test does.
	 */
	private static final class ManualTimer extends ScheduledThreadPoolExecutor {

		private Runnable task = () -> {
		};

		private ManualTimer() {
			super(1);
		}

		@Override
		public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay,
				TimeUnit unit) {
			this.task = command;
			return super.schedule(() -> {
			}, 1, TimeUnit.HOURS);
		}

	}

}
