package io.github.balethon;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

import org.jetbrains.lincheck.Lincheck;

/**
 * Runs concurrent code under many interleavings: Lincheck switches between the threads of
 * a scenario at each read and write of shared memory, and its choices are the same in
 * each run. A failure is reported with the interleaving that leads to it.
 * {@code -Dinterleavings} sets their number. Scenarios must not block with a timeout,
 * which Lincheck takes for a wait that ends at once.
 */
public final class Interleavings {

	private static final int INTERLEAVINGS = Integer.getInteger("interleavings", 50);

	private Interleavings() {
	}

	/**
	 * Runs a scenario under many interleavings.
	 * @param scenario creates all its objects and threads itself, and checks the outcome
	 */
	public static void check(Runnable scenario) {
		try {
			Lincheck.runConcurrentTest(INTERLEAVINGS, scenario);
		}
		catch (AssertionError ex) {
			// Lincheck reports a hang if an interleaving takes 30 seconds, as the first
			// one may on a loaded machine. A deadlock occurs again.
			if (!String.valueOf(ex.getMessage()).contains("has hung")) {
				throw ex;
			}
			Lincheck.runConcurrentTest(INTERLEAVINGS, scenario);
		}
	}

	/**
	 * Runs each task on a thread of its own, and joins the threads.
	 * @param tasks the tasks
	 */
	public static void together(Runnable... tasks) {
		ThreadPerTask threads = new ThreadPerTask();
		for (Runnable task : tasks) {
			threads.execute(task);
		}
		threads.join();
	}

	/**
	 * Requires a value. Lincheck cannot look into AssertJ's assertions.
	 * @param what name of the value
	 * @param actual the value
	 * @param expected the required value
	 */
	public static void require(String what, Object actual, Object expected) {
		if (!actual.equals(expected)) {
			throw new AssertionError("%s is %s instead of %s".formatted(what, actual, expected));
		}
	}

	/**
	 * An executor whose threads can be joined.
	 */
	public static final class ThreadPerTask implements Executor {

		private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

		private final Queue<Throwable> errors = new ConcurrentLinkedQueue<>();

		@Override
		public void execute(Runnable task) {
			Thread thread = new Thread(() -> {
				try {
					task.run();
				}
				catch (Throwable ex) {
					this.errors.add(ex);
				}
			});
			this.threads.add(thread);
			thread.start();
		}

		/**
		 * Joins all threads, also those that are started in the meantime.
		 */
		public void join() {
			for (Thread thread = this.threads.poll(); thread != null; thread = this.threads.poll()) {
				try {
					thread.join();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}
			List<Throwable> failed = new ArrayList<>(this.errors);
			if (!failed.isEmpty()) {
				throw new AssertionError("A thread failed", failed.get(0));
			}
		}

	}

}
