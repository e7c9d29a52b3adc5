package io.github.balethon.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query of Prometheus refers to.
 *
 * @param selectors metrics with the values that labels have to be equal to
 * @param labels labels that the query groups by, and those of conditions
 */
record PrometheusQuery(List<Selector> selectors, Set<String> labels) {

	private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");

	private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");

	private static final Pattern SELECTOR = Pattern
		.compile("(?<![\\w.$])([a-zA-Z_:][\\w:]*)\\s*(?:\\{([^}]*)})?(\\s*\\()?");

	private static final Pattern CONDITION = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

	private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

	static PrometheusQuery parse(String query) {
		Set<String> labels = new LinkedHashSet<>();
		Matcher grouping = GROUPING.matcher(RANGE.matcher(query).replaceAll(""));
		String rest = grouping.replaceAll((MatchResult group) -> {
			labels.addAll(List.of(group.group(1).trim().split("\\s*,\\s*")));
			return "";
		});
		List<Selector> selectors = new ArrayList<>();
		// The parameter list of a function may follow its grouping: sum by (a) (…).
		SELECTOR.matcher(rest).results().filter(PrometheusQuery::isMetric).forEach((selector) -> {
			Map<String, String> equal = new LinkedHashMap<>();
			if (selector.group(2) != null) {
				CONDITION.matcher(selector.group(2)).results().forEach((condition) -> {
					labels.add(condition.group(1));
					if (condition.group(2).equals("=") && !condition.group(3).startsWith("$")) {
						equal.put(condition.group(1), condition.group(3));
					}
				});
			}
			selectors.add(new Selector(selector.group(1), equal));
		});
		return new PrometheusQuery(selectors, labels);
	}

	private static boolean isMetric(MatchResult selector) {
		return selector.group(3) == null && !OPERATORS.contains(selector.group(1));
	}

	/**
	 * A selected metric.
	 *
	 * @param metric the name
	 * @param equal values that labels have to be equal to
	 */
	record Selector(String metric, Map<String, String> equal) {

	}

}
