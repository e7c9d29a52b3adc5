package io.github.balethon.dispatch;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.balethon.dispatch.Lanes.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.AsyncAnnotationAdvisor;

/**
 * The workers: at most {@code max-workers} runs on {@code baleTaskExecutor}, each of
 * which works off ready lanes until there is none. Waking a thread costs more than
 * handling a small update, so one that is awake goes on; and it wakes the next one before
 * it calls a handler, so that handlers that wait use all workers.
 * <p>
 * A run is entered through {@link Async @Async}. The proxy is made here and not by
 * {@code @EnableAsync}, which is the application's own choice: ours would change what its
 * {@code @Async} methods do.
 */
final class Workers {

	private static final Logger logger = LoggerFactory.getLogger(Workers.class);

	private static final int STARTING = 1;

	private static final int ACTIVE = 2;

	private final Lanes lanes;

	private final int maxWorkers;

	private final Consumer<Lane> work;

	private final Worker worker;

	// Number of active runs, times two, plus one while a started run has yet to begin.
	private final AtomicInteger state = new AtomicInteger();

	// Whether the last start failed, which is logged once.
	private volatile boolean refused;

	Workers(Lanes lanes, Executor executor, int maxWorkers, Consumer<Lane> work) {
		this.lanes = lanes;
		this.maxWorkers = maxWorkers;
		this.work = work;
		this.worker = asynchronous(new DrainingWorker(), executor);
	}

	private static Worker asynchronous(Worker target, Executor executor) {
		AsyncAnnotationAdvisor advisor = new AsyncAnnotationAdvisor(() -> executor, null);
		advisor.setBeanFactory(new StaticListableBeanFactory(Map.of("baleTaskExecutor", executor)));
		ProxyFactory factory = new ProxyFactory(target);
		factory.addAdvisor(advisor);
		return (Worker) factory.getProxy(Workers.class.getClassLoader());
	}

	/**
	 * Starts one more run, if there is work for it and one is free. A run that has yet to
	 * begin will see all work that is there, so a second one need not start meanwhile.
	 */
	void wake() {
		while (this.lanes.hasReady()) {
			int current = this.state.get();
			if ((current & STARTING) != 0 || current / ACTIVE >= this.maxWorkers) {
				return;
			}
			if (this.state.compareAndSet(current, current + ACTIVE + STARTING)) {
				start();
				return;
			}
		}
	}

	int active() {
		return this.state.get() / ACTIVE;
	}

	private void start() {
		try {
			this.worker.drain();
			this.refused = false;
		}
		catch (TaskRejectedException ex) {
			notStarted("baleTaskExecutor refused a worker; updates wait. Its queue must not be shorter than 1, "
					+ "and it must not be shut down before the bot", ex);
		}
		catch (Throwable ex) {
			notStarted("Worker could not be started, retrying: check the TaskDecorator beans of the application", ex);
		}
	}

	// Nothing is lost: the lanes are ready still, and the next wake tries again.
	private void notStarted(String message, Throwable error) {
		if (!this.refused) {
			this.refused = true;
			logger.error(message, error);
		}
		this.state.addAndGet(-(ACTIVE + STARTING));
	}

	/**
	 * The asynchronous entry of a worker.
	 */
	interface Worker {

		/**
		 * Works until nothing is ready. Returns nothing: for a future Spring would keep
		 * the thread.
		 */
		void drain();

	}

	private final class DrainingWorker implements Worker {

		@Override
		@Async("baleTaskExecutor")
		public void drain() {
			Workers workers = Workers.this;
			workers.state.addAndGet(-STARTING);
			try {
				for (Lane lane = workers.lanes.takeReady(); lane != null; lane = workers.lanes.takeReady()) {
					wake();
					// A handler that leaves the flag set must not fail the next update.
					Thread.interrupted();
					workers.work.accept(lane);
				}
			}
			finally {
				workers.state.addAndGet(-ACTIVE);
				wake();
			}
		}

	}

}
