package io.github.balethon.dispatch;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.Interleavings;
import io.github.balethon.dispatch.UpdateExecution.Step;
import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class DeadlinesInterleavingsTests {

	private final InboxEntry entry = TestEntries.entry(Ordering.SENDER, 1, 7L, 7L);

	// The tests look themselves.
	private final ScheduledExecutorService timer = (ScheduledExecutorService) Proxy.newProxyInstance(
			getClass().getClassLoader(), new Class<?>[] { ScheduledExecutorService.class },
			(proxy, method, arguments) -> method.getName().equals("equals") ? proxy == arguments[0] : null);

	@Test
	void stepEndsOnceAtItsTimeout() {
		Interleavings.check(() -> {
			Deadlines deadlines = new Deadlines(Duration.ofMinutes(1), this.timer);
			Steps steps = new Steps();
			UpdateExecution update = new UpdateExecution(this.entry, steps, deadlines);
			Interleavings.together(() -> {
				update.enterWorker();
				update.await(Step.HANDLE, Mono.never());
				update.leaveWorker();
			}, deadlines::abort);
			// Its first look may have come before the step.
			deadlines.abort();
			Interleavings.require("ended steps", steps.ended.get(), 1);
			Interleavings.require("finished updates", steps.finished.get(), 1);
			Interleavings.require("overdue", deadlines.overdue(), 0);
		});
	}

	@Test
	void interruptDoesNotOutliveItsUpdate() {
		Interleavings.check(() -> {
			Deadlines deadlines = new Deadlines(Duration.ofMinutes(1), this.timer);
			AtomicBoolean interrupted = new AtomicBoolean();
			Steps steps = new Steps();
			UpdateExecution update = new UpdateExecution(this.entry, steps, deadlines);
			Interleavings.together(() -> {
				update.enterWorker();
				update.await(Step.HANDLE, null);
				update.leaveWorker();
				interrupted.set(Thread.currentThread().isInterrupted());
			}, deadlines::abort);
			Interleavings.require("interrupted", interrupted.get(), false);
			Interleavings.require("ended steps", steps.ended.get(), 1);
			Interleavings.require("finished updates", steps.finished.get(), 1);
		});
	}

	private static final class Steps implements UpdateExecution.Listener {

		private final AtomicInteger ended = new AtomicInteger();

		private final AtomicInteger finished = new AtomicInteger();

		@Override
		public void stepEnded(UpdateExecution update, Step step, boolean passedOn, @Nullable Throwable error) {
			this.ended.incrementAndGet();
			update.settled();
		}

		@Override
		public void finished(UpdateExecution update) {
			this.finished.incrementAndGet();
		}

	}

}
