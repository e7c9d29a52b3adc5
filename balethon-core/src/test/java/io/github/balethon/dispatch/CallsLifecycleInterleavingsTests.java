package io.github.balethon.dispatch;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.balethon.Interleavings;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;

class CallsLifecycleInterleavingsTests {

	private final SendMessage method = SendMessage.of(7, "hello");

	// The warning, whose interleavings are not of interest.
	@BeforeAll
	static void mute() {
		((Logger) LoggerFactory.getLogger(CallsLifecycle.class)).setLevel(Level.OFF);
	}

	@AfterAll
	static void unmute() {
		((Logger) LoggerFactory.getLogger(CallsLifecycle.class)).setLevel(null);
	}

	@Test
	void noCallOutlivesTheShutdown() {
		Interleavings.check(() -> {
			CallTracker tracker = new CallTracker();
			// Expired from the beginning, as a scenario must not block with a timeout.
			CallsLifecycle lifecycle = new CallsLifecycle(tracker, new ShutdownDeadline(Duration.ZERO));
			lifecycle.start();
			ManualCall answered = new ManualCall();
			Outcome answer = new Outcome();
			tracker.intercept(this.method, answered).subscribe(answer);
			Outcome failure = new Outcome();
			tracker.intercept(this.method, new ManualCall()).subscribe(failure);
			Interleavings.together(answered::complete, lifecycle::stop);
			Interleavings.require("in flight", tracker.inFlight().count(), 0);
			Interleavings.require("ends of the call that was answered", answer.ends, 1);
			Interleavings.require("ends of the other call", failure.ends, 1);
			Interleavings.require("running", lifecycle.isRunning(), false);
		});
	}

	private static final class Outcome extends BaseSubscriber<Message> {

		private volatile int ends;

		@Override
		protected void hookOnComplete() {
			end();
		}

		@Override
		protected void hookOnError(Throwable error) {
			end();
		}

		private synchronized void end() {
			this.ends++;
		}

	}

}
