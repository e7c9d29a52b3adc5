package io.github.balethon.benchmarks.report;

import java.util.List;
import java.util.Locale;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.scenario.Scenario;

/**
 * The bar chart of a scenario, in SVG: the ratio of each contestant to the first one. Its
 * colors follow the color scheme of the reader.
 */
final class RatioChart {

	private static final int ROW = 28;

	private static final int LABELS = 430;

	private static final int BARS = 300;

	private static final int WIDTH = LABELS + BARS + 70;

	private static final int TOP = 44;

	private static final String STYLE = """
			<style>
			text { font: 14px sans-serif; fill: #1f2328; }
			.title { font-weight: bold; }
			.label { text-anchor: end; }
			.bar { fill: #57606a; }
			.balethon { fill: #0969da; }
			.reference { stroke: #1f2328; stroke-dasharray: 3 3; }
			@media (prefers-color-scheme: dark) {
			text { fill: #e6edf3; }
			.bar { fill: #9198a1; }
			.balethon { fill: #4493f8; }
			.reference { stroke: #e6edf3; }
			}
			</style>
			""";

	private RatioChart() {
	}

	static String render(Scenario scenario, Outcome outcome) {
		List<Contestant> contestants = outcome.contestants()
			.stream()
			.filter((contestant) -> !Double.isNaN(ratio(scenario, outcome, contestant)))
			.toList();
		double longest = contestants.stream()
			.mapToDouble((contestant) -> ratio(scenario, outcome, contestant))
			.max()
			.orElse(1);
		int height = TOP + ROW * contestants.size() + 6;
		StringBuilder svg = new StringBuilder(format(
				"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\">%n",
				WIDTH, height))
			.append(STYLE)
			.append(format("<text class=\"title\" x=\"10\" y=\"24\">%s: %s, ratio to the first</text>%n",
					scenario.title(), scenario.headline().title()));
		int y = TOP;
		for (Contestant contestant : contestants) {
			appendRow(svg, contestant, ratio(scenario, outcome, contestant), longest, y);
			y += ROW;
		}
		double reference = LABELS + BARS / longest;
		return svg
			.append(format("<line class=\"reference\" x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"%3$d\"/>%n",
					reference, TOP - 6, y))
			.append("</svg>\n")
			.toString();
	}

	private static void appendRow(StringBuilder svg, Contestant contestant, double ratio, double longest, int y) {
		String kind = contestant.isOurs() ? "bar balethon" : "bar";
		double width = BARS * ratio / longest;
		svg.append(format("<text class=\"label\" x=\"%d\" y=\"%d\">%s</text>%n", LABELS - 10, y + 16,
				contestant.title().replace("`", "")));
		svg.append(format("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n", kind, LABELS, y,
				width, ROW - 7));
		svg.append(format("<text x=\"%.1f\" y=\"%d\">%s</text>%n", LABELS + width + 8, y + 16, Ratios.format(ratio)));
	}

	private static double ratio(Scenario scenario, Outcome outcome, Contestant contestant) {
		return outcome.ratio(scenario.headline(), contestant, scenario.reference());
	}

	private static String format(String template, Object... values) {
		return String.format(Locale.ROOT, template, values);
	}

}
