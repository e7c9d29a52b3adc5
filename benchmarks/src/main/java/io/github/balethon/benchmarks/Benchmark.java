package io.github.balethon.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the contestants in turn, each in a process of its own, against the cheap server in
 * this one, and prints a table. The order of the contestants is another one in each
 * round, as minutes differ more than contestants do.
 */
public final class Benchmark {

	private static final int ROUNDS = Integer.getInteger("rounds", 3);

	private static final double SCALE = Integer.getInteger("percent", 100) / 100.0;

	// A regular expression; the first contestant is what the others are compared with.
	private static final String CONTESTANTS = System.getProperty("contestants", ".*");

	// A regular expression for the titles of scenarios.
	private static final String SCENARIOS = System.getProperty("scenarios", ".*");

	private static final Duration LIMIT = Duration.ofMinutes(3);

	private Benchmark() {
	}

	public static void main(String[] args) throws Exception {
		int processors = Runtime.getRuntime().availableProcessors();
		Pinning pinning = Pinning.ofThisMachine();
		System.out.printf("%d processors, Java %s, %s, median of %d rounds%n%n", processors,
				System.getProperty("java.version"), pinning.describe(), ROUNDS);
		List<Scenario> scenarios = List.of(
				new Scenario("echo, Bale answers at once, 50 workers", Duration.ZERO, 50, 200_000, 200_000),
				new Scenario("echo, Bale takes 50 ms, 50 workers", Duration.ofMillis(50), 50, 20_000, 10_000),
				new Scenario("echo, Bale takes 50 ms, 200 workers", Duration.ofMillis(50), 200, 40_000, 20_000));
		try (Database database = new Database()) {
			for (Scenario scenario : scenarios) {
				if (scenario.title().matches(SCENARIOS)) {
					measure(scenario.scaled(SCALE), pinning, database);
				}
			}
		}
	}

	private static void measure(Scenario scenario, Pinning pinning, Database database) throws Exception {
		Map<Contestant, List<Result>> results = new EnumMap<>(Contestant.class);
		List<Contestant> order = new ArrayList<>(Arrays.asList(Contestant.values()));
		order.removeIf((contestant) -> !contestant.name().matches(CONTESTANTS));
		for (int round = 0; round < ROUNDS; round++) {
			for (Contestant contestant : order) {
				results.computeIfAbsent(contestant, (first) -> new ArrayList<>())
					.add(run(scenario, contestant, pinning, contestant.needsDatabase() ? database.anew() : ""));
			}
			Collections.rotate(order, 1);
		}
		System.out.printf("%s (%,d updates after %,d to warm up)%n%n", scenario.title(), scenario.measured(),
				scenario.warmUp());
		System.out.println("| contestant | answers/s | against the first | CPU µs per update | out of order |");
		System.out.println("|---|---:|---:|---:|---:|");
		double reference = median(results.values().iterator().next().stream().map(Result::answersPerSecond).toList());
		results.forEach((contestant, runs) -> {
			double speed = median(runs.stream().map(Result::answersPerSecond).toList());
			System.out.printf("| %s | %,.0f | %.2f | %.0f | %d |%n", contestant.title(), speed, speed / reference,
					median(runs.stream().map(Result::cpuMicros).toList()),
					runs.stream().mapToInt(Result::disorders).max().orElse(0));
		});
		System.out.println();
	}

	private static Result run(Scenario scenario, Contestant contestant, Pinning pinning, String database)
			throws IOException, InterruptedException {
		EchoLoad load = new EchoLoad(scenario.warmUp(), scenario.measured());
		try (MockBale bale = new MockBale(load, scenario.delay())) {
			Process process = pinning.start(contestant, bale.baseUrl(), scenario.workers(), database);
			try {
				process.onExit().thenRun(load::giveUp);
				require(load.awaitWarm(LIMIT), contestant);
				Duration before = cpu(process);
				require(load.awaitDone(LIMIT), contestant);
				Duration used = cpu(process).minus(before);
				return new Result(load.measured() / load.measuredSeconds(), used.toNanos() / 1000.0 / load.measured(),
						load.disorders());
			}
			finally {
				process.destroyForcibly().waitFor();
			}
		}
	}

	private static void require(boolean ended, Contestant contestant) {
		if (!ended) {
			throw new IllegalStateException(
					contestant + " did not answer everything within " + LIMIT.toMinutes() + " minutes");
		}
	}

	private static Duration cpu(Process process) {
		return process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		return sorted.get(sorted.size() / 2);
	}

	record Scenario(String title, Duration delay, int workers, int warmUp, int measured) {

		Scenario scaled(double scale) {
			return new Scenario(this.title, this.delay, this.workers, (int) (this.warmUp * scale),
					(int) (this.measured * scale));
		}

	}

	record Result(double answersPerSecond, double cpuMicros, int disorders) {

	}

}
