package io.github.balethon.benchmarks.trial;

import java.time.Duration;

import io.github.balethon.benchmarks.bale.MockBale;
import io.github.balethon.benchmarks.bale.PacedLoad;

/**
 * Messages at a fixed rate: how much time the contestant itself adds, and how much memory
 * it needs.
 *
 * @param perSecond number of messages per second
 * @param delay time that Bale takes to answer a call
 * @param heap maximum heap of the contestant
 * @param warmUp number of messages that are not measured
 * @param measured number of messages that are measured
 */
public record PacedTrial(int perSecond, Duration delay, String heap, int warmUp, int measured) implements Trial {

	private static final int WORKERS = 50;

	private static final Duration LIMIT = Duration.ofMinutes(5);

	@Override
	public Measurement measure(Participant participant) throws Exception {
		PacedLoad load = new PacedLoad(this.perSecond, this.warmUp, this.measured);
		try (MockBale bale = new MockBale(load, this.delay);
				RunningContestant bot = participant.launch(bale.baseUrl())
					.workers(WORKERS)
					.heap(this.heap)
					.start(load)) {
			bot.require(load.awaitWarm(LIMIT));
			Duration before = bot.cpu();
			bot.require(load.awaitDone(LIMIT));
			Duration used = bot.cpu().minus(before);
			return Measurement.builder()
				.add(Metric.P50_MILLIS, load.ownMillis(50))
				.add(Metric.P99_MILLIS, load.ownMillis(99))
				.add(Metric.CPU_MICROS, used.toNanos() / 1000.0 / this.measured)
				.add(Metric.PEAK_MIB, bot.peakMebibytes())
				.add(Metric.DISORDERS, load.disorders())
				.build();
		}
	}

	@Override
	public Trial scaled(double factor) {
		return new PacedTrial(this.perSecond, this.delay, this.heap, (int) (this.warmUp * factor),
				(int) (this.measured * factor));
	}

	@Override
	public String describe() {
		return "%,d updates per second, %,d after %,d of warm-up, -Xmx%s".formatted(this.perSecond, this.measured,
				this.warmUp, this.heap);
	}

}
