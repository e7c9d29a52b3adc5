package io.github.balethon.dispatch;

import java.time.Duration;

import io.github.balethon.dispatch.RecordedUpdate.RecordedCall;
import io.github.balethon.dispatch.RecordedUpdate.RecordedCall.Outcome;
import io.github.balethon.method.BaleMethod;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a call that belongs to an update.
 */
final class CallRecord {

	private final BaleMethod<?> method;

	private final long begun = System.nanoTime();

	// Both are written before the outcome.
	private long ended;

	private @Nullable Throwable error;

	private volatile Outcome outcome = Outcome.IN_FLIGHT;

	CallRecord(BaleMethod<?> method) {
		this.method = method;
	}

	void ended(@Nullable Throwable failure) {
		this.error = failure;
		end((failure != null) ? Outcome.FAILURE : Outcome.SUCCESS);
	}

	void cancelled() {
		if (this.outcome == Outcome.IN_FLIGHT) {
			end(Outcome.CANCELLED);
		}
	}

	private void end(Outcome how) {
		this.ended = System.nanoTime();
		this.outcome = how;
	}

	RecordedCall read(long attemptBegun) {
		Outcome current = this.outcome;
		long end = (current != Outcome.IN_FLIGHT) ? this.ended : System.nanoTime();
		return new RecordedCall(this.method, Duration.ofNanos(this.begun - attemptBegun), current,
				Duration.ofNanos(end - this.begun), (current != Outcome.IN_FLIGHT) ? this.error : null);
	}

}
