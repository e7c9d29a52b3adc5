package io.github.balethon.autoconfigure;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Number of workers that an executor runs concurrently, which may be less than
 * configured.
 */
final class WorkerLimit {

	private WorkerLimit() {
	}

	/**
	 * Determines the current number of workers.
	 * @param executor the executor of the workers
	 * @param wanted the configured number of workers
	 * @return the number of workers that run concurrently, or {@code wanted} for an
	 * unknown type of executor
	 */
	static int of(Executor executor, int wanted) {
		if (executor instanceof ThreadPoolTaskExecutor pool) {
			return of(pool.getCorePoolSize(), pool.getMaxPoolSize(), pool.getQueueCapacity(), wanted);
		}
		if (executor instanceof ThreadPoolExecutor pool) {
			long capacity = (long) pool.getQueue().remainingCapacity() + pool.getQueue().size();
			return of(pool.getCorePoolSize(), pool.getMaximumPoolSize(), capacity, wanted);
		}
		if (executor instanceof SimpleAsyncTaskExecutor threads && threads.getConcurrencyLimit() > 0) {
			return Math.min(threads.getConcurrencyLimit(), wanted);
		}
		return wanted;
	}

	// A pool exceeds its core size only when its queue is full.
	private static int of(int core, int max, long queue, int wanted) {
		long beyondCore = Math.min(max, wanted - queue);
		return Math.toIntExact(Math.min(wanted, Math.max(Math.max(core, 1), beyondCore)));
	}

}
