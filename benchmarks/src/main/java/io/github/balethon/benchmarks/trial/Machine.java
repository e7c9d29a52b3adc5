package io.github.balethon.benchmarks.trial;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processors of this machine: with {@code taskset} and two of them, the server gets
 * the first and a contestant the second, so that neither takes time from the other.
 */
public final class Machine {

	private final int processors;

	private final boolean pins;

	private Machine(int processors, boolean pins) {
		this.processors = processors;
		this.pins = pins;
	}

	/**
	 * Detects what this machine can do, and moves this process to the first processor if
	 * contestants can have another one.
	 * @return the machine
	 * @throws IOException if this process cannot be moved
	 * @throws InterruptedException if the thread is interrupted
	 */
	public static Machine detect() throws IOException, InterruptedException {
		int processors = Runtime.getRuntime().availableProcessors();
		boolean pins = processors > 1 && Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((folder) -> new File(folder, "taskset").canExecute());
		if (pins) {
			new ProcessBuilder("taskset", "-a", "-p", "-c", "0", String.valueOf(ProcessHandle.current().pid()))
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		return new Machine(processors, pins);
	}

	/**
	 * A machine whose processors server and contestants share.
	 * @return the machine
	 */
	public static Machine shared() {
		return new Machine(Runtime.getRuntime().availableProcessors(), false);
	}

	/**
	 * What a command starts with, for a process on the processor of the contestants.
	 * @return the first words of the command
	 */
	List<String> onOneProcessor() {
		return this.pins ? List.of("taskset", "-c", "1") : List.of();
	}

	/**
	 * What a command starts with, for a process on all processors.
	 * @return the first words of the command
	 */
	List<String> onAllProcessors() {
		return this.pins ? List.of("taskset", "-c", "0-" + (this.processors - 1)) : List.of();
	}

	/**
	 * The conditions of a measurement on this machine.
	 * @return the conditions, for a reader
	 */
	public String describe() {
		return "Java " + System.getProperty("java.version") + ", " + this.processors + " processors, "
				+ (this.pins ? "server on one and contestant on another" : "shared by server and contestant");
	}

}
