package io.github.balethon.benchmarks.trial;

import java.util.Locale;

/**
 * What is measured.
 */
public enum Metric {

	/** Echoes per second. */
	ANSWERS_PER_SECOND("answers/s", 0),
	/** CPU time of the contestant for each update. */
	CPU_MICROS("CPU µs per update", 0),
	/** Echoes that were lost, duplicated or reordered. */
	DISORDERS("out of order", 0),
	/** Median of the time from the arrival of a message to the echo of the contestant. */
	P50_MILLIS("own p50, ms", 2),
	/** 99th percentile of the same time. */
	P99_MILLIS("own p99, ms", 2),
	/** Time until half of the users have their answer. */
	MEDIAN_SECONDS("median, s", 3),
	/** Time until as many users have their answer as there are workers. */
	LAST_OF_FIRST_SECONDS("last of the first turn, s", 3),
	/** Time until the last user has the answer. */
	LAST_SECONDS("last, s", 3),
	/** CPU time of a contestant without updates, in percent of a processor. */
	IDLE_PERCENT("CPU while idle, %", 2),
	/** Live objects after the warm-up. */
	HEAP_BEFORE_MIB("live heap before, MiB", 1),
	/** Live objects after the load. */
	HEAP_AFTER_MIB("live heap after, MiB", 1),
	/** Ratio of the two. */
	HEAP_GROWTH("after / before", 2),
	/** Largest resident memory of the process. */
	PEAK_MIB("peak memory, MiB", 0),
	/** Time from the start of the process until the application has started. */
	STARTED_SECONDS("exec to started, s", 2),
	/** Time from the start of the process until the first echo. */
	FIRST_ANSWER_SECONDS("exec to first answer, s", 2);

	private final String title;

	private final int digits;

	Metric(String title, int digits) {
		this.title = title;
		this.digits = digits;
	}

	/**
	 * Title of the metric in tables.
	 * @return the title, with its unit
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Formats a value for a table.
	 * @param value the value
	 * @return the text, a dash for a value that was not measured
	 */
	public String format(double value) {
		return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + this.digits + "f", value);
	}

}
