package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.concurrent.FutureTask;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class InFlightTests {

	private final InFlight inFlight = new InFlight();

	@Test
	void waitEndsWithTheLastOne() throws Exception {
		this.inFlight.begin(2);
		FutureTask<Boolean> wait = startWaiting();
		this.inFlight.end();
		assertThat(wait).isNotDone();
		this.inFlight.end();
		assertThat(wait.get()).isTrue();
	}

	@Test
	void waitThatTimesOutLeavesTheOthersNotified() throws Exception {
		this.inFlight.begin();
		FutureTask<Boolean> wait = startWaiting();
		assertThat(this.inFlight.awaitIdle(Duration.ofMillis(1))).isFalse();
		this.inFlight.end();
		assertThat(wait.get()).isTrue();
	}

	@Test
	void nothingInFlightNeedsNoWait() throws InterruptedException {
		assertThat(this.inFlight.awaitIdle(Duration.ZERO)).isTrue();
	}

	private FutureTask<Boolean> startWaiting() {
		FutureTask<Boolean> wait = new FutureTask<>(() -> this.inFlight.awaitIdle(Duration.ofHours(1)));
		Thread thread = new Thread(wait);
		thread.setDaemon(true);
		thread.start();
		Awaitility.await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
		return wait;
	}

}
