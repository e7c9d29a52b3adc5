package io.github.balethon.benchmarks.scenario;

import java.util.Locale;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.trial.Metric;
import org.jspecify.annotations.Nullable;

/**
 * A bound for a value of a contestant, as a multiple of the same value of a reference in
 * the same round, or of a constant.
 *
 * @param metric the value
 * @param contestant the contestant
 * @param reference the contestant it is compared with, {@code null} for a constant
 * @param constant what it is compared with if there is no reference
 * @param atMost whether the bound is an upper one
 * @param bound the bound of the ratio
 */
public record Goal(Metric metric, Contestant contestant, @Nullable Contestant reference, double constant,
		boolean atMost, double bound) {

	static Goal atMost(Metric metric, Contestant contestant, double bound, Contestant reference) {
		return new Goal(metric, contestant, reference, 1, true, bound);
	}

	static Goal atLeast(Metric metric, Contestant contestant, double bound, Contestant reference) {
		return new Goal(metric, contestant, reference, 1, false, bound);
	}

	static Goal atMost(Metric metric, Contestant contestant, double bound) {
		return new Goal(metric, contestant, null, 1, true, bound);
	}

	static Goal atLeast(Metric metric, Contestant contestant, double bound, double ideal) {
		return new Goal(metric, contestant, null, ideal, false, bound);
	}

	/**
	 * Whether a ratio reaches the goal.
	 * @param ratio the ratio
	 * @return {@code true} if it is within the bound
	 */
	public boolean isReached(double ratio) {
		return this.atMost ? ratio <= this.bound : ratio >= this.bound;
	}

	/**
	 * The bound and what it is a multiple of.
	 * @return the target, for a reader
	 */
	public String target() {
		String sign = this.atMost ? "≤ " : "≥ ";
		if (this.reference != null) {
			return sign + String.format(Locale.ROOT, "%.2f", this.bound) + " × " + this.reference.title();
		}
		if (this.constant != 1) {
			return sign + String.format(Locale.ROOT, "%.2f × %,.0f", this.bound, this.constant);
		}
		return sign + this.metric.format(this.bound);
	}

}
