package io.github.balethon.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.scenario.Goal;
import io.github.balethon.benchmarks.trial.Measurement;
import io.github.balethon.benchmarks.trial.Metric;

/**
 * What the contestants of a scenario have reached, round by round.
 */
public final class Outcome {

	private final Map<Contestant, List<Measurement>> rounds = new LinkedHashMap<>();

	/**
	 * Creates an outcome without rounds.
	 * @param contestants who takes part, in the order of the report
	 */
	public Outcome(List<Contestant> contestants) {
		contestants.forEach((contestant) -> this.rounds.put(contestant, new ArrayList<>()));
	}

	/**
	 * Adds the measurement of a round.
	 * @param contestant the contestant
	 * @param measurement what was measured
	 */
	public void add(Contestant contestant, Measurement measurement) {
		this.rounds.computeIfAbsent(contestant, (first) -> new ArrayList<>()).add(measurement);
	}

	/**
	 * Who took part.
	 * @return the contestants, in the order of the report
	 */
	Set<Contestant> contestants() {
		return this.rounds.keySet();
	}

	List<Measurement> rounds(Contestant contestant) {
		return this.rounds.getOrDefault(contestant, List.of());
	}

	// NaN if the metric was not measured, as below.
	double median(Contestant contestant, Metric metric) {
		return median(values(contestant, metric));
	}

	// The median of the ratios: within a round, the machine is the same for both.
	double ratio(Metric metric, Contestant contestant, Contestant reference) {
		List<Double> values = values(contestant, metric);
		List<Double> references = values(reference, metric);
		return median(IntStream.range(0, Math.min(values.size(), references.size()))
			.mapToObj((round) -> values.get(round) / references.get(round))
			.toList());
	}

	// The ratio that decides about a goal.
	double reached(Goal goal) {
		return (goal.reference() != null) ? ratio(goal.metric(), goal.contestant(), goal.reference())
				: median(goal.contestant(), goal.metric()) / goal.constant();
	}

	private List<Double> values(Contestant contestant, Metric metric) {
		return rounds(contestant).stream().map((measurement) -> measurement.get(metric)).toList();
	}

	private static double median(List<Double> values) {
		List<Double> sorted = values.stream().filter((value) -> !value.isNaN()).sorted().toList();
		return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
	}

}
