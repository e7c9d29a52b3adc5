package io.github.balethon.benchmarks.trial;

import java.time.Duration;

import io.github.balethon.benchmarks.bale.BurstLoad;
import io.github.balethon.benchmarks.bale.MockBale;
import io.github.balethon.benchmarks.contestant.Contestant;

/**
 * The start of an application on all processors, while a message is waiting for it.
 */
public final class StartTrial implements Trial {

	private static final Duration LIMIT = Duration.ofMinutes(3);

	private final AotCaches caches = new AotCaches();

	@Override
	public Measurement measure(Participant participant) throws Exception {
		BurstLoad load = new BurstLoad(1, false, Duration.ZERO);
		try (MockBale bale = new MockBale(load, Duration.ZERO)) {
			Launch launch = participant.launch(bale.baseUrl())
				.onAllProcessors()
				.classPath(JarClassPath.of(participant.classPath()));
			if (participant.contestant().usesAotCache()) {
				launch.jvmArgument("-XX:AOTCache=" + this.caches.of(participant));
			}
			long exec = System.nanoTime();
			try (RunningContestant application = launch.start(load)) {
				long started = application.awaitStarted(LIMIT);
				Measurement.Builder measurement = Measurement.builder()
					.add(Metric.STARTED_SECONDS, (started - exec) / 1e9);
				if (answers(participant)) {
					application.require(load.awaitDone(LIMIT));
					measurement.add(Metric.FIRST_ANSWER_SECONDS, (load.lastNanos() - exec) / 1e9);
				}
				return measurement.build();
			}
		}
	}

	static boolean answers(Participant participant) {
		return participant.contestant() != Contestant.PLAIN_APPLICATION;
	}

	@Override
	public Trial scaled(double factor) {
		return this;
	}

	@Override
	public String describe() {
		return "jars on the class path, all processors";
	}

}
