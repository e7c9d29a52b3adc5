package io.github.balethon.autoconfigure;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WorkerLimit}.
 */
@Timeout(60)
class WorkerLimitTests {

	@ParameterizedTest
	@MethodSource("executors")
	void numberOfWorkersIsLimitedByTheExecutor(Executor executor, int expected) {
		assertThat(WorkerLimit.of(executor, 8)).isEqualTo(expected);
		if (executor instanceof ThreadPoolExecutor pool) {
			pool.shutdownNow();
		}
	}

	static List<Arguments> executors() {
		SimpleAsyncTaskExecutor limited = new SimpleAsyncTaskExecutor();
		limited.setConcurrencyLimit(4);
		return List.of(Arguments.of((Executor) Runnable::run, 8), Arguments.of(new SimpleAsyncTaskExecutor(), 8),
				Arguments.of(limited, 4), Arguments.of(pool(8, 8, 8), 8), Arguments.of(pool(20, 20, 8), 8),
				Arguments.of(pool(2, 8, Integer.MAX_VALUE), 2), Arguments.of(pool(2, 8, 0), 8),
				Arguments.of(pool(2, 8, 3), 5), Arguments.of(pool(2, 4, 0), 4),
				Arguments.of(Executors.newFixedThreadPool(3), 3), Arguments.of(Executors.newCachedThreadPool(), 8),
				Arguments.of(new ThreadPoolExecutor(2, 9, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(3)), 5));
	}

	private static ThreadPoolTaskExecutor pool(int core, int max, int queue) {
		ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
		pool.setMaxPoolSize(max);
		pool.setCorePoolSize(core);
		pool.setQueueCapacity(queue);
		return pool;
	}

}
