package io.github.balethon.benchmarks.trial;

/**
 * A way to measure a contestant once.
 */
public interface Trial {

	/**
	 * Measures a contestant, in a process of its own.
	 * @param participant the contestant
	 * @return what was measured
	 * @throws Exception if the contestant fails
	 */
	Measurement measure(Participant participant) throws Exception;

	/**
	 * The same trial with another load.
	 * @param factor what to multiply numbers of updates with
	 * @return the trial
	 */
	Trial scaled(double factor);

	/**
	 * The size of the load.
	 * @return the size, for a reader
	 */
	String describe();

}
