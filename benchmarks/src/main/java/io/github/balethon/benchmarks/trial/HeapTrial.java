package io.github.balethon.benchmarks.trial;

import java.time.Duration;

import io.github.balethon.benchmarks.bale.EchoLoad;
import io.github.balethon.benchmarks.bale.MockBale;

/**
 * Whether a long run leaves anything behind: live objects before and after it, each time
 * after a full garbage collection.
 *
 * @param warmUp number of messages before the first look
 * @param measured number of messages between the two looks
 */
public record HeapTrial(int warmUp, int measured) implements Trial {

	private static final Duration LIMIT = Duration.ofMinutes(20);

	@Override
	public Measurement measure(Participant participant) throws Exception {
		EchoLoad load = new EchoLoad(this.warmUp, this.measured);
		try (MockBale bale = new MockBale(load, Duration.ZERO);
				RunningContestant bot = participant.launch(bale.baseUrl()).start(load)) {
			bot.require(load.awaitWarm(LIMIT));
			double before = bot.liveHeapMebibytes();
			bot.require(load.awaitDone(LIMIT));
			double after = bot.liveHeapMebibytes();
			return Measurement.builder()
				.add(Metric.HEAP_GROWTH, after / before)
				.add(Metric.HEAP_BEFORE_MIB, before)
				.add(Metric.HEAP_AFTER_MIB, after)
				.add(Metric.DISORDERS, load.disorders())
				.build();
		}
	}

	@Override
	public Trial scaled(double factor) {
		return new HeapTrial((int) (this.warmUp * factor), (int) (this.measured * factor));
	}

	@Override
	public String describe() {
		return "%,d updates after %,d of warm-up".formatted(this.measured, this.warmUp);
	}

}
