package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.balethon.Interleavings;
import org.junit.jupiter.api.Test;

class ShutdownDeadlineInterleavingsTests {

	private static final Duration TIMEOUT = Duration.ofMinutes(1);

	@Test
	void restartDuringAQueryStartsAnotherDeadline() {
		Interleavings.check(() -> {
			ShutdownDeadline deadline = new ShutdownDeadline(TIMEOUT);
			deadline.left();
			AtomicReference<Duration> left = new AtomicReference<>();
			Interleavings.together(() -> left.set(deadline.left()), deadline::reset);
			Interleavings.require("at most the timeout", left.get().compareTo(TIMEOUT) <= 0, true);
			Interleavings.require("not expired", left.get().isZero(), false);
		});
	}

}
