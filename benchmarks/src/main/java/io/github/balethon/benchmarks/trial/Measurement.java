package io.github.balethon.benchmarks.trial;

import java.util.EnumMap;
import java.util.Map;

/**
 * What one trial of one contestant has measured.
 *
 * @param values the values; metrics that were not measured are missing
 */
public record Measurement(Map<Metric, Double> values) {

	/**
	 * Creates a measurement.
	 * @param values the values
	 */
	public Measurement {
		values = Map.copyOf(values);
	}

	/**
	 * The value of a metric.
	 * @param metric the metric
	 * @return its value, {@code NaN} if it was not measured
	 */
	public double get(Metric metric) {
		return this.values.getOrDefault(metric, Double.NaN);
	}

	static Builder builder() {
		return new Builder();
	}

	static final class Builder {

		private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

		Builder add(Metric metric, double value) {
			if (!Double.isNaN(value)) {
				this.values.put(metric, value);
			}
			return this;
		}

		Measurement build() {
			return new Measurement(this.values);
		}

	}

}
