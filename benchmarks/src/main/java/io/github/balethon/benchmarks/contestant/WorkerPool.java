package io.github.balethon.benchmarks.contestant;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * A thread pool with bounded work, so that a bot does not read all updates into memory at
 * once.
 */
final class WorkerPool {

	private static final int WAITING = 200;

	private final ExecutorService threads;

	private final Semaphore permits;

	WorkerPool(int workers) {
		this.threads = Executors.newFixedThreadPool(workers);
		this.permits = new Semaphore(workers + WAITING);
	}

	/**
	 * Executes an action in a thread of the pool, blocking while too many are waiting.
	 * @param action the action
	 */
	void execute(Runnable action) {
		this.permits.acquireUninterruptibly();
		this.threads.execute(() -> {
			try {
				action.run();
			}
			finally {
				this.permits.release();
			}
		});
	}

}
