package io.github.balethon.client;

import java.util.function.LongConsumer;
import java.util.function.Supplier;

import io.micrometer.common.KeyValues;

/**
 * Creates the meters that take the place of observations while only meters listen to
 * them. Keeps Micrometer's meter registry optional.
 *
 * @since 0.1.0
 */
public interface ObservationMeters {

	/**
	 * Returns the time of the clock of the meters.
	 * @return the time in nanoseconds, from an arbitrary origin
	 */
	long now();

	/**
	 * Creates a timer.
	 * @param name the name
	 * @param tags the tags
	 * @return records a duration in nanoseconds
	 */
	LongConsumer timer(String name, KeyValues tags);

	/**
	 * Creates a counter.
	 * @param name the name
	 * @param tags the tags
	 * @return increments the counter
	 */
	Runnable counter(String name, KeyValues tags);

	/**
	 * Creates a timer of tasks in progress.
	 * @param name the name
	 * @param tags the tags
	 * @return starts a task, and returns what stops it
	 */
	Supplier<Runnable> longTaskTimer(String name, KeyValues tags);

}
