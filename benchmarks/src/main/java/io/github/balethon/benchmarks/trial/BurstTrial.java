package io.github.balethon.benchmarks.trial;

import java.time.Duration;

import io.github.balethon.benchmarks.bale.BurstLoad;
import io.github.balethon.benchmarks.bale.MockBale;

/**
 * Users who write at the same moment to a bot that has just started.
 *
 * @param delay time that Bale takes to answer a call
 * @param workers number of messages to answer at the same time
 * @param users number of users
 * @param edits whether each answer is edited after it was sent
 */
public record BurstTrial(Duration delay, int workers, int users, boolean edits) implements Trial {

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private static final Duration LIMIT = Duration.ofMinutes(3);

	@Override
	public Measurement measure(Participant participant) throws Exception {
		BurstLoad load = new BurstLoad(this.users, this.edits, PAUSE);
		try (MockBale bale = new MockBale(load, this.delay);
				RunningContestant bot = participant.launch(bale.baseUrl())
					.workers(this.workers)
					.edits(this.edits)
					.start(load)) {
			bot.require(load.awaitDone(LIMIT));
			double[] seconds = load.seconds();
			// Bale has still to answer the call that was received.
			double answer = this.delay.toNanos() / 1e9;
			return Measurement.builder()
				.add(Metric.LAST_SECONDS, seconds[seconds.length - 1] + answer)
				.add(Metric.LAST_OF_FIRST_SECONDS, seconds[Math.min(this.workers, this.users) - 1] + answer)
				.add(Metric.MEDIAN_SECONDS, seconds[(seconds.length - 1) / 2] + answer)
				.build();
		}
	}

	@Override
	public Trial scaled(double factor) {
		return this;
	}

	@Override
	public String describe() {
		return "%d s after the first poll".formatted(PAUSE.toSeconds());
	}

}
