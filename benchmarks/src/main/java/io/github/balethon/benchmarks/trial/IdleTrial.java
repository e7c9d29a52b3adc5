package io.github.balethon.benchmarks.trial;

import java.time.Duration;

import io.github.balethon.benchmarks.bale.EchoLoad;
import io.github.balethon.benchmarks.bale.MockBale;

/**
 * A bot that has answered some messages and gets no more.
 *
 * @param warmUp number of messages before
 * @param settle time until the measurement starts
 * @param measured time that is measured
 */
public record IdleTrial(int warmUp, Duration settle, Duration measured) implements Trial {

	private static final Duration LIMIT = Duration.ofMinutes(5);

	@Override
	public Measurement measure(Participant participant) throws Exception {
		EchoLoad load = new EchoLoad(this.warmUp, 0);
		try (MockBale bale = new MockBale(load, Duration.ZERO);
				RunningContestant bot = participant.launch(bale.baseUrl()).start(load)) {
			bot.require(load.awaitDone(LIMIT));
			Thread.sleep(this.settle.toMillis());
			Duration before = bot.cpu();
			Thread.sleep(this.measured.toMillis());
			Duration used = bot.cpu().minus(before);
			return Measurement.builder()
				.add(Metric.IDLE_PERCENT, 100.0 * used.toNanos() / this.measured.toNanos())
				.build();
		}
	}

	@Override
	public Trial scaled(double factor) {
		return new IdleTrial((int) (this.warmUp * factor), this.settle,
				Duration.ofMillis((long) (this.measured.toMillis() * factor)));
	}

	@Override
	public String describe() {
		return "%d s without updates after %,d updates".formatted(this.measured.toSeconds(), this.warmUp);
	}

}
