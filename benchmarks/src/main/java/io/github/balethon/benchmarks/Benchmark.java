package io.github.balethon.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.report.Outcome;
import io.github.balethon.benchmarks.report.ResultsPage;
import io.github.balethon.benchmarks.report.ScenarioTable;
import io.github.balethon.benchmarks.scenario.Scenario;
import io.github.balethon.benchmarks.scenario.Scenarios;
import io.github.balethon.benchmarks.trial.Machine;
import io.github.balethon.benchmarks.trial.Participant;
import io.github.balethon.benchmarks.trial.PostgreSql;
import io.github.balethon.benchmarks.trial.Trial;

/**
 * Runs the contestants of each scenario in turn, each in a process of its own, against
 * the server in this one, prints a table and writes it into a page on request. The order
 * of the contestants changes with each round, as minutes differ more than contestants do.
 */
public final class Benchmark {

	private final Options options;

	private final Machine machine;

	private final PostgreSql postgreSql;

	private Benchmark(Options options, Machine machine, PostgreSql postgreSql) {
		this.options = options;
		this.machine = machine;
		this.postgreSql = postgreSql;
	}

	/**
	 * Runs the scenarios that system properties select.
	 * @param args none
	 * @throws Exception if a contestant fails
	 */
	public static void main(String[] args) throws Exception {
		Options options = Options.fromSystemProperties();
		Machine machine = Machine.detect();
		System.out.printf("%s, median of %d rounds%n%n", machine.describe(), options.rounds());
		try (PostgreSql postgreSql = new PostgreSql()) {
			Benchmark benchmark = new Benchmark(options, machine, postgreSql);
			for (Scenario scenario : Scenarios.all()) {
				if (options.includes(scenario)) {
					benchmark.run(scenario);
				}
			}
		}
	}

	private void run(Scenario scenario) throws Exception {
		List<Contestant> contestants = this.options.contestantsOf(scenario);
		Trial trial = scenario.trial().scaled(this.options.percent() / 100.0);
		System.out.printf("%s (%s; %s)%n%n", scenario.title(), scenario.name(), trial.describe());
		double loadAverage = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
		Outcome outcome = new Outcome(contestants);
		List<Contestant> order = new ArrayList<>(contestants);
		for (int round = 0; round < this.options.rounds(); round++) {
			for (Contestant contestant : order) {
				outcome.add(contestant, trial
					.measure(new Participant(contestant, scenario.libraries(), this.machine, this.postgreSql)));
			}
			Collections.rotate(order, 1);
		}
		System.out.println(ScenarioTable.render(scenario, outcome));
		Path results = this.options.results();
		if (results != null) {
			String conditions = "%s, median of %d rounds, %s, load average %.0f before the run"
				.formatted(this.machine.describe(), this.options.rounds(), trial.describe(), loadAverage);
			new ResultsPage(results).write(scenario, conditions, outcome);
		}
	}

}
