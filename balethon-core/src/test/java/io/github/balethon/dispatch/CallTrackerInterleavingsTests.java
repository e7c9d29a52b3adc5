package io.github.balethon.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.Interleavings;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.Message;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;

class CallTrackerInterleavingsTests {

	private final SendMessage method = SendMessage.of(7, "hello");

	@Test
	void callIsCountedUntilItEndsHoweverThatHappens() {
		Interleavings.check(() -> {
			CallTracker tracker = new CallTracker();
			ManualCall source = new ManualCall();
			Outcome outcome = new Outcome();
			tracker.intercept(this.method, source).subscribe(outcome);
			Interleavings.require("in flight", tracker.inFlight().count(), 1);
			Interleavings.together(source::complete, outcome::cancel, tracker::abort);
			Interleavings.require("in flight", tracker.inFlight().count(), 0);
			Interleavings.require("ended at most once", outcome.ends.get() <= 1, true);
		});
	}

	@Test
	void errorBehindACallEndsIt() {
		Interleavings.check(() -> {
			CallTracker tracker = new CallTracker();
			ManualCall source = new ManualCall();
			Outcome outcome = new Outcome() {
				@Override
				protected void hookOnComplete() {
					throw new IllegalStateException("thrown by the test");
				}
			};
			tracker.intercept(this.method, source).subscribe(outcome);
			Interleavings.together(source::complete, tracker::abort);
			Interleavings.require("in flight", tracker.inFlight().count(), 0);
		});
	}

	private static class Outcome extends BaseSubscriber<Message> {

		final AtomicInteger ends = new AtomicInteger();

		@Override
		protected void hookOnComplete() {
			this.ends.incrementAndGet();
		}

		@Override
		protected void hookOnError(Throwable error) {
			this.ends.incrementAndGet();
		}

	}

}
