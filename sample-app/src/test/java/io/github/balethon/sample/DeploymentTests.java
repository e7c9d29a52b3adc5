package io.github.balethon.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.balethon.autoconfigure.BaleProperties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.convert.DurationStyle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files of the folder {@code deploy} suit the sample in production: its probes, its
 * shutdown, and the metrics that Prometheus scrapes.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentTests {

	// Labels that Prometheus adds, and metrics that it has without an application.
	private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance", "up");

	private DeployedSample sample;

	// Labels with their values, by metric.
	private final Map<String, Map<String, Set<String>>> scraped = new TreeMap<>();

	@BeforeAll
	void start(@TempDir Path secrets) throws IOException {
		this.sample = new DeployedSample(secrets);
		this.sample.use();
		this.sample.get("/actuator/prometheus")
			.body()
			.lines()
			.filter((line) -> !line.startsWith("#"))
			.forEach(this::scrape);
	}

	@AfterAll
	void stop() throws IOException {
		this.sample.close();
	}

	private void scrape(String line) {
		MatchResult sample = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+")
			.matcher(line)
			.results()
			.findFirst()
			.orElseThrow();
		Map<String, Set<String>> labels = this.scraped.computeIfAbsent(sample.group(1), (name) -> new TreeMap<>());
		if (sample.group(2) != null) {
			Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"")
				.matcher(sample.group(2))
				.results()
				.forEach((label) -> labels.computeIfAbsent(label.group(1), (name) -> new HashSet<>())
					.add(label.group(2)));
		}
	}

	@ParameterizedTest
	@MethodSource("queries")
	void queryRefersToScrapedMetrics(String expression, List<String> legendLabels) {
		PrometheusQuery query = PrometheusQuery.parse(expression);
		assertThat(query.selectors()).isNotEmpty();
		Set<String> labels = new HashSet<>(OF_PROMETHEUS);
		for (PrometheusQuery.Selector selector : query.selectors()) {
			if (!OF_PROMETHEUS.contains(selector.metric())) {
				assertThat(this.scraped).containsKey(selector.metric());
				Map<String, Set<String>> ofMetric = this.scraped.get(selector.metric());
				labels.addAll(ofMetric.keySet());
				selector.equal()
					.forEach((label, value) -> assertThat(ofMetric.get(label)).as(selector.metric() + " " + label)
						.contains(value));
			}
		}
		assertThat(labels).containsAll(query.labels()).containsAll(legendLabels);
	}

	private static Stream<Object[]> queries() {
		List<Object[]> queries = new ArrayList<>();
		for (JsonNode panel : Deployment.dashboard().get("panels")) {
			for (JsonNode target : panel.path("targets")) {
				queries.add(new Object[] { target.get("expr").asString(),
						names("\\{\\{(\\w+)}}", target.get("legendFormat").asString()) });
			}
		}
		for (JsonNode rule : Deployment.yaml("prometheus/alerts.yml").at("/groups/0/rules")) {
			queries.add(new Object[] { rule.get("expr").asString(),
					names("\\$labels\\.(\\w+)", rule.get("annotations").toString()) });
		}
		return queries.stream();
	}

	private static List<String> names(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map((name) -> name.group(1)).toList();
	}

	@Test
	void everyMeterOfTheBotIsOnTheDashboard() {
		Set<String> shown = new HashSet<>();
		queries().forEach((query) -> PrometheusQuery.parse((String) query[0])
			.selectors()
			.forEach((selector) -> shown.add(base(selector.metric()))));
		assertThat(this.scraped.keySet().stream().filter((name) -> name.startsWith("bale_")).map(DeploymentTests::base))
			.isNotEmpty()
			.isSubsetOf(shown);
	}

	private static String base(String metric) {
		return metric.replaceAll("_(bucket|count|sum|max)$", "");
	}

	@Test
	void probesAnswer() {
		JsonNode container = Deployment.yaml("kubernetes/bot.yaml").at("/spec/template/spec/containers/0");
		for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
			assertThat(this.sample.get(container.at("/" + probe + "/httpGet/path").asString()).statusCode()).as(probe)
				.isEqualTo(200);
		}
	}

	@Test
	void prometheusScrapesTheEndpoint() {
		JsonNode scraper = Deployment.yaml("prometheus/prometheus.yml").at("/scrape_configs/0");
		assertThat(this.sample.get(scraper.get("metrics_path").asString()).statusCode()).isEqualTo(200);
		JsonNode annotations = Deployment.yaml("kubernetes/bot.yaml").at("/spec/template/metadata/annotations");
		assertThat(annotations.get("prometheus.io/path").asString()).isEqualTo(scraper.get("metrics_path").asString());
	}

	@Test
	void onlyHealthAndMetricsAreExposed() {
		assertThat(this.sample.get("/actuator/bale").statusCode()).isEqualTo(404);
		assertThat(this.sample.get("/actuator/env").statusCode()).isEqualTo(404);
		assertThat(this.sample.get("/actuator/health").body()).doesNotContain("components");
	}

	@Test
	void processIsKilledAfterTheShutdownTimeoutOnly() {
		Duration shutdown = this.sample.bean(BaleProperties.class).dispatch().shutdownTimeout();
		Duration kubernetes = Duration.ofSeconds(
				Deployment.yaml("kubernetes/bot.yaml").at("/spec/template/spec/terminationGracePeriodSeconds").asInt());
		Duration compose = DurationStyle
			.detectAndParse(Deployment.yaml("compose.yaml").at("/services/bot/stop_grace_period").asString());
		Duration systemd = Deployment.lines("systemd/bot.service")
			.stream()
			.filter((line) -> line.startsWith("TimeoutStopSec="))
			.map((line) -> Duration.ofSeconds(Long.parseLong(line.substring("TimeoutStopSec=".length()))))
			.findFirst()
			.orElseThrow();
		// Other parts of the application need time, too.
		assertThat(List.of(kubernetes, compose, systemd))
			.allSatisfy((grace) -> assertThat(grace).isGreaterThan(shutdown.plusSeconds(5)));
	}

}
