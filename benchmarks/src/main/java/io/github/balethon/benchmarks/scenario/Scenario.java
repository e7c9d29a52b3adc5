package io.github.balethon.benchmarks.scenario;

import java.util.List;
import java.util.Set;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.contestant.Library;
import io.github.balethon.benchmarks.trial.Metric;
import io.github.balethon.benchmarks.trial.Trial;

/**
 * A situation in which contestants are measured side by side.
 *
 * @param name the name for {@code -Dscenarios}
 * @param title the title in tables
 * @param trial how a contestant is measured
 * @param libraries libraries that are present for all contestants
 * @param metrics the columns of the table; the first one is compared with the first
 * contestant
 * @param contestants who takes part; the first one is the reference
 * @param goals what is to be reached
 */
public record Scenario(String name, String title, Trial trial, Set<Library> libraries, List<Metric> metrics,
		List<Contestant> contestants, List<Goal> goals) {

	/**
	 * The contestant that the others are compared with.
	 * @return the reference
	 */
	public Contestant reference() {
		return this.contestants.get(0);
	}

	/**
	 * The value that is compared.
	 * @return the metric
	 */
	public Metric headline() {
		return this.metrics.get(0);
	}

}
