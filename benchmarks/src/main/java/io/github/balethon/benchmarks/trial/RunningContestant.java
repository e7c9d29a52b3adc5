package io.github.balethon.benchmarks.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.contestant.ContestantProcess;

/**
 * A contestant in its process, and what the operating system and the JDK know about it.
 */
final class RunningContestant implements AutoCloseable {

	private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

	// The last line of a class histogram: number and size of all objects.
	private static final Pattern LIVE_BYTES = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

	private final Contestant contestant;

	private final Process process;

	private final CountDownLatch started = new CountDownLatch(1);

	private volatile long startedNanos;

	RunningContestant(Contestant contestant, Process process) {
		this.contestant = contestant;
		this.process = process;
		Thread output = new Thread(this::readOutput, "output of " + contestant);
		output.setDaemon(true);
		output.start();
	}

	private void readOutput() {
		try {
			this.process.inputReader().lines().forEach((line) -> {
				if (line.equals(ContestantProcess.STARTED)) {
					this.startedNanos = System.nanoTime();
					this.started.countDown();
				}
				else {
					System.out.println(line);
				}
			});
		}
		catch (UncheckedIOException ex) {
			// The process was destroyed.
		}
	}

	/**
	 * Fails unless the contestant did what it had to do.
	 * @param done whether it did so in time
	 */
	void require(boolean done) {
		if (!done) {
			throw new IllegalStateException(this.contestant
					+ (this.process.isAlive() ? " did not answer everything in time" : " terminated unexpectedly"));
		}
	}

	// The time when the application had started, comparable to System.nanoTime().
	long awaitStarted(Duration timeout) throws InterruptedException {
		require(this.started.await(timeout.toMillis(), TimeUnit.MILLISECONDS));
		return this.startedNanos;
	}

	Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/**
	 * Largest resident memory of the process so far.
	 * @return the memory in MiB, {@code NaN} if the operating system does not tell it
	 */
	double peakMebibytes() throws IOException {
		Path status = Path.of("/proc", String.valueOf(this.process.pid()), "status");
		if (!Files.isReadable(status)) {
			return Double.NaN;
		}
		return number(PEAK, Files.readString(status)) / 1024;
	}

	/**
	 * Size of all reachable objects, after a full garbage collection.
	 * @return the size in MiB
	 */
	double liveHeapMebibytes() throws IOException {
		Process jcmd = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
				String.valueOf(this.process.pid()), "GC.class_histogram")
			.start();
		return number(LIVE_BYTES, new String(jcmd.getInputStream().readAllBytes())) / (1024 * 1024);
	}

	private static double number(Pattern pattern, String text) {
		return pattern.matcher(text)
			.results()
			.findFirst()
			.map((MatchResult found) -> Double.parseDouble(found.group(1)))
			.orElse(Double.NaN);
	}

	// In the regular way, as a service manager does.
	void terminate(Duration timeout) throws InterruptedException {
		this.process.destroy();
		this.process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
