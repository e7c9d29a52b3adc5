package io.github.balethon.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.balethon.benchmarks.scenario.Scenario;

/**
 * A Markdown page with the latest results of each scenario between two markers. A run
 * replaces the sections of the scenarios that it measured and keeps the others; charts
 * are written beside the page.
 */
public final class ResultsPage {

	private static final String START = "<!-- results -->\n";

	private static final String END = "<!-- end of results -->\n";

	private final Path page;

	/**
	 * Creates a page.
	 * @param page the file, which contains both markers
	 */
	public ResultsPage(Path page) {
		this.page = page;
	}

	/**
	 * Writes the section and the chart of a scenario.
	 * @param scenario the scenario
	 * @param conditions machine and load
	 * @param outcome what was measured
	 * @throws IOException if a file cannot be read or written
	 */
	public void write(Scenario scenario, String conditions, Outcome outcome) throws IOException {
		Path folder = Files.createDirectories(this.page.toAbsolutePath().resolveSibling("charts"));
		Files.writeString(folder.resolve(scenario.name() + ".svg"), RatioChart.render(scenario, outcome));
		String section = "### %s%n%n%s.%n%n%s%n![%s](charts/%s.svg)%n%n".formatted(scenario.title(), conditions,
				ScenarioTable.render(scenario, outcome), scenario.title(), scenario.name());
		Files.writeString(this.page, replaceSection(Files.readString(this.page), scenario.name(), section));
	}

	static String replaceSection(String page, String name, String section) {
		int end = page.indexOf(END);
		if (end < 0 || page.indexOf(START) < 0) {
			throw new IllegalStateException("The page does not contain the markers of the results");
		}
		String marker = "<!-- scenario %s -->\n".formatted(name);
		int from = page.indexOf(marker);
		int to = end;
		if (from < 0) {
			from = end;
		}
		else {
			int next = page.indexOf("<!-- scenario ", from + marker.length());
			to = (next < 0) ? end : next;
		}
		return page.substring(0, from) + marker + section + page.substring(to);
	}

}
