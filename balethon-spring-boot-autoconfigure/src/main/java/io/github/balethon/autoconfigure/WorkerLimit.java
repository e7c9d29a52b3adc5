package io.github.balethon.autoconfigure;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * How many workers an executor runs at the same time, which may be fewer than the bot
 * starts.
 */
final class WorkerLimit {

	private WorkerLimit() {
	}

	/**
	 * Determines the number of workers that is in force at this moment.
	 * @param executor the executor of the workers
	 * @param wanted the largest number of workers that the bot starts
	 * @return the number of workers that run at the same time, as far as the kind of the
	 * executor is known
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

	// A pool starts a thread beyond its core only for what its queue has no room for.
	private static int of(int core, int max, long queue, int wanted) {
		long beyondCore = Math.min(max, wanted - queue);
		return Math.toIntExact(Math.min(wanted, Math.max(Math.max(core, 1), beyondCore)));
	}

}
