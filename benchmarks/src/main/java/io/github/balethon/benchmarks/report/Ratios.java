package io.github.balethon.benchmarks.report;

import java.util.Locale;

/**
 * The form of ratios in tables and charts.
 */
final class Ratios {

	private Ratios() {
	}

	static String format(double ratio) {
		return Double.isNaN(ratio) ? "–" : String.format(Locale.ROOT, "%.2f", ratio);
	}

}
