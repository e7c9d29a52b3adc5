package io.github.balethon.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What a run measures, from system properties.
 *
 * @param rounds how often everything is measured
 * @param percent how much of the full load
 * @param scenarios the names of scenarios
 * @param contestants the names of contestants
 * @param results the page to write results into, {@code null} to print them only
 */
record Options(int rounds, int percent, Pattern scenarios, Pattern contestants, @Nullable Path results) {

	static Options fromSystemProperties() {
		String results = System.getProperty("results", "");
		return new Options(Integer.getInteger("rounds", 3), Integer.getInteger("percent", 100),
				Pattern.compile(System.getProperty("scenarios", ".*")),
				Pattern.compile(System.getProperty("contestants", ".*")), results.isEmpty() ? null : Path.of(results));
	}

	boolean includes(Scenario scenario) {
		return this.scenarios.matcher(scenario.name()).matches();
	}

	List<Contestant> contestantsOf(Scenario scenario) {
		return scenario.contestants()
			.stream()
			.filter(Contestant::isSupported)
			.filter((contestant) -> this.contestants.matcher(contestant.name()).matches())
			.toList();
	}

}
