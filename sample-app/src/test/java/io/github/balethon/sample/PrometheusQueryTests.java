package io.github.balethon.sample;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What queries refer to.
 */
class PrometheusQueryTests {

	@Test
	void metricsOfAQuotientWithGroupings() {
		PrometheusQuery query = PrometheusQuery.parse("""
				sum by (job) (rate(failures_total{job="$job", result="failed"}[10m]))
				/ sum by (job, kind) (rate(updates_total[$__rate_interval])) > 0.05 or absent(up)""");
		assertThat(query.selectors()).containsExactly(
				new PrometheusQuery.Selector("failures_total", Map.of("result", "failed")),
				new PrometheusQuery.Selector("updates_total", Map.of()), new PrometheusQuery.Selector("up", Map.of()));
		assertThat(query.labels()).containsExactlyInAnyOrder("job", "kind", "result");
	}

	@Test
	void metricsOfAQuantile() {
		PrometheusQuery query = PrometheusQuery
			.parse("histogram_quantile(0.95, sum by (le) (rate(seconds_bucket{instance=~\"a|b\"}[1m])))");
		assertThat(query.selectors()).extracting(PrometheusQuery.Selector::metric).isEqualTo(List.of("seconds_bucket"));
		assertThat(query.labels()).containsExactlyInAnyOrder("le", "instance");
	}

}
