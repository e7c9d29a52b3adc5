package io.github.balethon.benchmarks.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.contestant.Library;
import io.github.balethon.benchmarks.trial.BurstTrial;
import io.github.balethon.benchmarks.trial.EchoTrial;
import io.github.balethon.benchmarks.trial.HeapTrial;
import io.github.balethon.benchmarks.trial.IdleTrial;
import io.github.balethon.benchmarks.trial.Metric;
import io.github.balethon.benchmarks.trial.PacedTrial;
import io.github.balethon.benchmarks.trial.StartTrial;

/**
 * All scenarios, with their goals.
 */
public final class Scenarios {

	private static final Set<Library> ACTUATOR = Set.of(Library.ACTUATOR);

	private Scenarios() {
	}

	/**
	 * All scenarios, in the order of the report.
	 * @return the scenarios
	 */
	public static List<Scenario> all() {
		return List.of(
				// The cost of an update, as most applications run: with metrics.
				new Scenario("instant-actuator", "Bale answers at once, 50 workers, actuator present",
						new EchoTrial(Duration.ZERO, 50, 200_000, 200_000), ACTUATOR,
						List.of(Metric.CPU_MICROS, Metric.ANSWERS_PER_SECOND, Metric.DISORDERS),
						List.of(Contestant.WEBCLIENT, Contestant.WEBCLIENT_BYTES, Contestant.REACTOR_NETTY,
								Contestant.WEBCLIENT_BLOCK, Contestant.RETURNING, Contestant.BLOCKING,
								Contestant.TELEGRAM_BOTS, Contestant.JAVA_TELEGRAM_BOT_API),
						List.of(Goal.atMost(Metric.CPU_MICROS, Contestant.RETURNING, 0.80, Contestant.WEBCLIENT),
								Goal.atMost(Metric.CPU_MICROS, Contestant.BLOCKING, 0.75, Contestant.WEBCLIENT_BLOCK))),
				new Scenario("instant", "Bale answers at once, 50 workers, no actuator",
						new EchoTrial(Duration.ZERO, 50, 200_000, 200_000), Set.of(),
						List.of(Metric.CPU_MICROS, Metric.ANSWERS_PER_SECOND, Metric.DISORDERS),
						List.of(Contestant.WEBCLIENT, Contestant.WEBCLIENT_BLOCK, Contestant.RETURNING,
								Contestant.BLOCKING),
						List.of(Goal.atMost(Metric.CPU_MICROS, Contestant.RETURNING, 0.70, Contestant.WEBCLIENT),
								Goal.atMost(Metric.CPU_MICROS, Contestant.BLOCKING, 0.75, Contestant.WEBCLIENT_BLOCK))),
				// Waiting for Bale: how many calls are kept in flight.
				new Scenario("50ms", "Bale takes 50 ms, 200 workers",
						new EchoTrial(Duration.ofMillis(50), 200, 200_000, 60_000), ACTUATOR,
						List.of(Metric.ANSWERS_PER_SECOND, Metric.CPU_MICROS, Metric.DISORDERS),
						List.of(Contestant.WEBCLIENT, Contestant.WEBCLIENT_BYTES, Contestant.WEBCLIENT_BLOCK,
								Contestant.RETURNING, Contestant.BLOCKING, Contestant.TELEGRAM_BOTS,
								Contestant.JAVA_TELEGRAM_BOT_API),
						List.of(Goal.atLeast(Metric.ANSWERS_PER_SECOND, Contestant.BLOCKING, 0.90, 4000),
								Goal.atLeast(Metric.ANSWERS_PER_SECOND, Contestant.RETURNING, 1.30,
										Contestant.WEBCLIENT),
								Goal.atMost(Metric.CPU_MICROS, Contestant.RETURNING, 1.00, Contestant.WEBCLIENT))),
				new Scenario("50ms-50", "Bale takes 50 ms, 50 workers",
						new EchoTrial(Duration.ofMillis(50), 50, 20_000, 10_000), ACTUATOR,
						List.of(Metric.ANSWERS_PER_SECOND, Metric.DISORDERS),
						List.of(Contestant.WEBCLIENT, Contestant.RETURNING, Contestant.BLOCKING), List.of()),
				conversation(), inbox("inbox", 200_000), inbox("inbox-cold", 40_000), paced(),
				cold("cold-8", 8, 10, false), cold("cold-50", 50, 50, false), cold("cold-edit", 50, 100, true), idle(),
				heap(), memory(), start());
	}

	// What a state costs: the same echo, with and without a change of its conversation.
	private static Scenario conversation() {
		return new Scenario("conversation", "Step of a conversation, Bale answers at once, 50 workers",
				new EchoTrial(Duration.ZERO, 50, 200_000, 200_000), ACTUATOR,
				List.of(Metric.CPU_MICROS, Metric.ANSWERS_PER_SECOND, Metric.DISORDERS),
				List.of(Contestant.RETURNING, Contestant.CONVERSATION, Contestant.RETURNING_POSTGRESQL,
						Contestant.CONVERSATION_POSTGRESQL),
				List.of(Goal.atMost(Metric.CPU_MICROS, Contestant.CONVERSATION, 1.10, Contestant.RETURNING)));
	}

	private static Scenario inbox(String name, int warmUp) {
		return new Scenario(name,
				"Inbox in a database: Bale takes 50 ms, 200 workers, %,d updates of warm-up".formatted(warmUp),
				new EchoTrial(Duration.ofMillis(50), 200, warmUp, 40_000), ACTUATOR,
				List.of(Metric.ANSWERS_PER_SECOND, Metric.CPU_MICROS, Metric.DISORDERS),
				List.of(Contestant.RETURNING, Contestant.RETURNING_POSTGRESQL, Contestant.RETURNING_H2,
						Contestant.BLOCKING, Contestant.BLOCKING_POSTGRESQL, Contestant.BLOCKING_H2),
				List.of(Goal.atLeast(Metric.ANSWERS_PER_SECOND, Contestant.RETURNING_POSTGRESQL, 0.90,
						Contestant.RETURNING),
						Goal.atLeast(Metric.ANSWERS_PER_SECOND, Contestant.BLOCKING_POSTGRESQL, 0.90,
								Contestant.BLOCKING)));
	}

	// What a single user feels while a bot is in use.
	private static Scenario paced() {
		return new Scenario("paced", "2,000 updates per second, Bale takes 5 ms",
				new PacedTrial(2000, Duration.ofMillis(5), "1g", 20_000, 20_000), ACTUATOR,
				List.of(Metric.P50_MILLIS, Metric.P99_MILLIS, Metric.CPU_MICROS, Metric.DISORDERS),
				List.of(Contestant.WEBCLIENT, Contestant.WEBCLIENT_BLOCK, Contestant.RETURNING, Contestant.BLOCKING,
						Contestant.TELEGRAM_BOTS, Contestant.JAVA_TELEGRAM_BOT_API),
				List.of(Goal.atMost(Metric.P50_MILLIS, Contestant.RETURNING, 1),
						Goal.atMost(Metric.P99_MILLIS, Contestant.RETURNING, 1.00, Contestant.WEBCLIENT)));
	}

	// What the first users feel after a start.
	private static Scenario cold(String name, int workers, int users, boolean edits) {
		List<Goal> goals = edits ? List.of()
				: List.of(Goal.atMost(Metric.LAST_SECONDS, Contestant.RETURNING, 1.00, Contestant.WEBCLIENT),
						Goal.atMost(Metric.LAST_SECONDS, Contestant.BLOCKING, 1.00, Contestant.WEBCLIENT),
						Goal.atMost(Metric.LAST_OF_FIRST_SECONDS, Contestant.BLOCKING, 1.00, Contestant.WEBCLIENT));
		return new Scenario(name,
				"Cold process, Bale takes 1 s: %d workers, %d users at once%s".formatted(workers, users,
						edits ? ", send then edit" : ""),
				new BurstTrial(Duration.ofSeconds(1), workers, users, edits), ACTUATOR,
				List.of(Metric.LAST_SECONDS, Metric.LAST_OF_FIRST_SECONDS, Metric.MEDIAN_SECONDS),
				List.of(Contestant.WEBCLIENT, Contestant.WEBCLIENT_BLOCK, Contestant.RETURNING, Contestant.BLOCKING,
						Contestant.TELEGRAM_BOTS, Contestant.JAVA_TELEGRAM_BOT_API),
				goals);
	}

	private static Scenario idle() {
		return new Scenario("idle", "Idle bot", new IdleTrial(2000, Duration.ofSeconds(10), Duration.ofSeconds(60)),
				ACTUATOR, List.of(Metric.IDLE_PERCENT), List.of(Contestant.WEBCLIENT, Contestant.RETURNING),
				List.of(Goal.atMost(Metric.IDLE_PERCENT, Contestant.RETURNING, 0.5)));
	}

	private static Scenario heap() {
		return new Scenario("heap", "Live heap over a million updates", new HeapTrial(200_000, 1_000_000), ACTUATOR,
				List.of(Metric.HEAP_GROWTH, Metric.HEAP_BEFORE_MIB, Metric.HEAP_AFTER_MIB, Metric.DISORDERS),
				List.of(Contestant.RETURNING, Contestant.BLOCKING),
				List.of(Goal.atMost(Metric.HEAP_GROWTH, Contestant.RETURNING, 1.05),
						Goal.atMost(Metric.HEAP_GROWTH, Contestant.BLOCKING, 1.05)));
	}

	private static Scenario memory() {
		return new Scenario("memory", "2,000 updates per second with a small heap",
				new PacedTrial(2000, Duration.ofMillis(5), "128m", 20_000, 100_000), ACTUATOR,
				List.of(Metric.PEAK_MIB, Metric.P50_MILLIS, Metric.P99_MILLIS),
				List.of(Contestant.WEBCLIENT, Contestant.RETURNING, Contestant.BLOCKING),
				List.of(Goal.atMost(Metric.PEAK_MIB, Contestant.RETURNING, 1.15, Contestant.WEBCLIENT)));
	}

	private static Scenario start() {
		return new Scenario("start", "Start of the whole application, actuator present", new StartTrial(), ACTUATOR,
				List.of(Metric.STARTED_SECONDS, Metric.FIRST_ANSWER_SECONDS),
				List.of(Contestant.PLAIN_APPLICATION, Contestant.RETURNING, Contestant.RETURNING_AOT),
				List.of(Goal.atMost(Metric.STARTED_SECONDS, Contestant.RETURNING, 1.15, Contestant.PLAIN_APPLICATION),
						Goal.atMost(Metric.FIRST_ANSWER_SECONDS, Contestant.RETURNING_AOT, 0.50,
								Contestant.RETURNING)));
	}

}
