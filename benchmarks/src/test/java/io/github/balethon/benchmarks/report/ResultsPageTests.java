package io.github.balethon.benchmarks.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.scenario.Scenario;
import io.github.balethon.benchmarks.scenario.Scenarios;
import io.github.balethon.benchmarks.trial.Measurement;
import io.github.balethon.benchmarks.trial.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ResultsPageTests {

	private static final String PAGE = "before\n<!-- results -->\n<!-- scenario a -->\nold a\n<!-- scenario b -->\nold b\n"
			+ "<!-- end of results -->\nafter\n";

	@Test
	void onlyTheSectionOfTheScenarioIsReplaced() {
		assertThat(ResultsPage.replaceSection(PAGE, "a", "new a\n")).isEqualTo(PAGE.replace("old a", "new a"));
		assertThat(ResultsPage.replaceSection(PAGE, "b", "new b\n")).isEqualTo(PAGE.replace("old b", "new b"));
	}

	@Test
	void sectionOfANewScenarioIsAddedAtTheEnd() {
		assertThat(ResultsPage.replaceSection(PAGE, "c", "new c\n"))
			.isEqualTo(PAGE.replace("<!-- end", "<!-- scenario c -->\nnew c\n<!-- end"));
	}

	@Test
	void pageWithoutMarkersIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> ResultsPage.replaceSection("text", "a", "new a\n"));
	}

	@Test
	void tableAndChartShowRatiosToTheFirstContestant(@TempDir Path folder) throws Exception {
		Scenario scenario = Scenarios.all().get(0);
		Outcome outcome = new Outcome(List.of(Contestant.WEBCLIENT, Contestant.RETURNING));
		outcome.add(Contestant.WEBCLIENT, cpu(100));
		outcome.add(Contestant.RETURNING, cpu(75));
		Path page = Files.writeString(folder.resolve("README.md"), PAGE);
		new ResultsPage(page).write(scenario, "Java", outcome);
		assertThat(page).content()
			.contains("| Balethon, handler returns its answer | 75 | 0.75 |")
			.contains("](charts/" + scenario.name() + ".svg)");
		assertThat(folder.resolve("charts/" + scenario.name() + ".svg")).content()
			.contains("prefers-color-scheme: dark")
			.contains(">0.75</text>");
	}

	private static Measurement cpu(double micros) {
		return new Measurement(Map.of(Metric.CPU_MICROS, micros));
	}

}
