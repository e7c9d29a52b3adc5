package io.github.balethon.benchmarks.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.github.balethon.benchmarks.bale.BurstLoad;
import io.github.balethon.benchmarks.bale.MockBale;
import io.github.balethon.benchmarks.contestant.Contestant;

/**
 * Ahead-of-time caches of the JDK (25 and later), each written by a run of its
 * contestant.
 */
final class AotCaches {

	private static final Duration LIMIT = Duration.ofMinutes(3);

	private final Map<Contestant, Path> caches = new EnumMap<>(Contestant.class);

	Path of(Participant participant) throws IOException, InterruptedException, SQLException {
		Path cache = this.caches.get(participant.contestant());
		if (cache == null) {
			cache = record(participant);
			this.caches.put(participant.contestant(), cache);
		}
		return cache;
	}

	private static Path record(Participant participant) throws IOException, InterruptedException, SQLException {
		Path cache = Files.createTempDirectory("benchmark-aot").resolve("application.aot");
		BurstLoad load = new BurstLoad(1, false, Duration.ZERO);
		try (MockBale bale = new MockBale(load, Duration.ZERO);
				RunningContestant application = participant.launch(bale.baseUrl())
					.onAllProcessors()
					.classPath(JarClassPath.of(participant.classPath()))
					.jvmArgument("-XX:AOTCacheOutput=" + cache)
					.start(load)) {
			application.awaitStarted(LIMIT);
			application.require(load.awaitDone(LIMIT));
			application.terminate(LIMIT);
			if (!Files.exists(cache)) {
				throw new IllegalStateException("The JDK has written no AOT cache");
			}
			return cache;
		}
	}

}
