package io.github.balethon.benchmarks.report;

import java.util.stream.Collectors;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.scenario.Goal;
import io.github.balethon.benchmarks.scenario.Scenario;
import io.github.balethon.benchmarks.trial.Metric;

/**
 * The Markdown table of a scenario: contestants, their values, and how far they are from
 * their goals.
 */
public final class ScenarioTable {

	private ScenarioTable() {
	}

	/**
	 * Renders the table.
	 * @param scenario the scenario
	 * @param outcome what was measured
	 * @return the table
	 */
	public static String render(Scenario scenario, Outcome outcome) {
		StringBuilder table = new StringBuilder("| contestant |");
		scenario.metrics().forEach((metric) -> {
			table.append(' ').append(metric.title()).append(" |");
			if (metric == scenario.headline()) {
				table.append(" against the first |");
			}
		});
		table.append(" goal |\n|---|").append("---:|".repeat(scenario.metrics().size() + 1)).append("---|\n");
		outcome.contestants().forEach((contestant) -> appendRow(table, scenario, outcome, contestant));
		return table.toString();
	}

	private static void appendRow(StringBuilder table, Scenario scenario, Outcome outcome, Contestant contestant) {
		table.append("| ").append(contestant.title()).append(" |");
		for (Metric metric : scenario.metrics()) {
			table.append(' ').append(metric.format(outcome.median(contestant, metric))).append(" |");
			if (metric == scenario.headline()) {
				table.append(' ')
					.append(Ratios.format(outcome.ratio(metric, contestant, scenario.reference())))
					.append(" |");
			}
		}
		table.append(' ').append(goals(scenario, outcome, contestant)).append(" |\n");
	}

	private static String goals(Scenario scenario, Outcome outcome, Contestant contestant) {
		return scenario.goals()
			.stream()
			.filter((goal) -> goal.contestant() == contestant)
			.map((goal) -> goal.metric().title() + ' ' + goal.target() + ": " + reached(goal, outcome))
			.collect(Collectors.joining("; "));
	}

	static String reached(Goal goal, Outcome outcome) {
		double ratio = outcome.reached(goal);
		if (Double.isNaN(ratio)) {
			return "not measured";
		}
		String value = (goal.reference() == null && goal.constant() == 1) ? goal.metric().format(ratio)
				: Ratios.format(ratio);
		return value + (goal.isReached(ratio) ? ", reached" : ", **not reached**");
	}

}
