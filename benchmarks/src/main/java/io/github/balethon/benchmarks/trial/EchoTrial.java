package io.github.balethon.benchmarks.trial;

import java.time.Duration;

import io.github.balethon.benchmarks.bale.EchoLoad;
import io.github.balethon.benchmarks.bale.MockBale;

/**
 * As many echoes as the contestant can send: all messages have arrived from the start.
 *
 * @param delay time that Bale takes to answer a call
 * @param workers number of messages to answer at the same time
 * @param warmUp number of messages that are not measured
 * @param measured number of messages that are measured
 */
public record EchoTrial(Duration delay, int workers, int warmUp, int measured) implements Trial {

	private static final Duration LIMIT = Duration.ofMinutes(5);

	@Override
	public Measurement measure(Participant participant) throws Exception {
		EchoLoad load = new EchoLoad(this.warmUp, this.measured);
		try (MockBale bale = new MockBale(load, this.delay);
				RunningContestant bot = participant.launch(bale.baseUrl()).workers(this.workers).start(load)) {
			bot.require(load.awaitWarm(LIMIT));
			Duration before = bot.cpu();
			bot.require(load.awaitDone(LIMIT));
			Duration used = bot.cpu().minus(before);
			return Measurement.builder()
				.add(Metric.ANSWERS_PER_SECOND, this.measured / load.measuredSeconds())
				.add(Metric.CPU_MICROS, used.toNanos() / 1000.0 / this.measured)
				.add(Metric.DISORDERS, load.disorders())
				.build();
		}
	}

	@Override
	public Trial scaled(double factor) {
		return new EchoTrial(this.delay, this.workers, (int) (this.warmUp * factor), (int) (this.measured * factor));
	}

	@Override
	public String describe() {
		return "%,d updates after %,d of warm-up".formatted(this.measured, this.warmUp);
	}

}
