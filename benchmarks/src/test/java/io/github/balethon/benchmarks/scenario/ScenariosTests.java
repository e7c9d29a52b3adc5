package io.github.balethon.benchmarks.scenario;

import java.util.stream.Stream;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.report.Outcome;
import io.github.balethon.benchmarks.report.ScenarioTable;
import io.github.balethon.benchmarks.trial.Machine;
import io.github.balethon.benchmarks.trial.Measurement;
import io.github.balethon.benchmarks.trial.Metric;
import io.github.balethon.benchmarks.trial.Participant;
import io.github.balethon.benchmarks.trial.PostgreSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs small versions of scenarios, to see that they work. Results are not compared with
 * goals.
 */
@Timeout(180)
class ScenariosTests {

	private static final double SMALL = 0.002;

	@ParameterizedTest(name = "{0} with {1}")
	@MethodSource("trials")
	void scenarioMeasuresItsMetrics(String name, Contestant contestant) throws Exception {
		Scenario scenario = scenario(name);
		assertThat(scenario.contestants()).contains(contestant);
		Measurement measurement;
		try (PostgreSql postgreSql = new PostgreSql()) {
			measurement = scenario.trial()
				.scaled(SMALL)
				.measure(new Participant(contestant, scenario.libraries(), Machine.shared(), postgreSql));
		}
		assertThat(scenario.metrics()).allSatisfy((metric) -> assertThat(measurement.get(metric)).isNotNaN());
		if (scenario.metrics().contains(Metric.DISORDERS)) {
			assertThat(measurement.get(Metric.DISORDERS)).isZero();
		}
		Outcome outcome = new Outcome(scenario.contestants());
		outcome.add(contestant, measurement);
		assertThat(ScenarioTable.render(scenario, outcome)).contains(contestant.title());
	}

	@Test
	void referencesAndGoalsAreAmongTheContestants() {
		assertThat(Scenarios.all()).allSatisfy((scenario) -> {
			assertThat(scenario.metrics()).isNotEmpty();
			assertThat(scenario.goals()).allSatisfy((goal) -> {
				assertThat(scenario.contestants()).contains(goal.contestant());
				assertThat(scenario.metrics()).contains(goal.metric());
				if (goal.reference() != null) {
					assertThat(scenario.contestants()).contains(goal.reference());
				}
			});
		});
	}

	static Stream<Arguments> trials() {
		return Stream.of(Arguments.of("instant-actuator", Contestant.RETURNING),
				Arguments.of("instant", Contestant.BLOCKING), Arguments.of("inbox", Contestant.RETURNING_H2),
				Arguments.of("conversation", Contestant.CONVERSATION), Arguments.of("paced", Contestant.RETURNING),
				Arguments.of("cold-edit", Contestant.RETURNING), Arguments.of("start", Contestant.RETURNING),
				Arguments.of("instant-actuator", Contestant.JAVA_TELEGRAM_BOT_API));
	}

	private static Scenario scenario(String name) {
		return Scenarios.all().stream().filter((candidate) -> candidate.name().equals(name)).findFirst().orElseThrow();
	}

}
