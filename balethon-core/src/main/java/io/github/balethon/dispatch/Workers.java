package io.github.balethon.dispatch;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.balethon.client.LogText;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.AsyncAnnotationAdvisor;

/**
 * Runs at most {@code max-workers} workers on {@code baleTaskExecutor}. A worker handles
 * ready lanes until there are none. Waking a thread costs more than handling a small
 * update, so an active worker continues with the next lane. It wakes another worker
 * before it invokes a handler, so that blocking handlers use all workers.
 * <p>
 * A worker is entered through {@link Async @Async}. The proxy is created here, because
 * {@code @EnableAsync} is the choice of the application and would change the behavior of
 * its {@code @Async} methods.
 */
final class Workers {

	private static final Logger logger = LoggerFactory.getLogger(Workers.class);

	private static final int STARTING = 1;

	private static final int ACTIVE = 2;

	private static final long MIN_START_TIMEOUT = TimeUnit.SECONDS.toNanos(1);

	private static final long MAX_START_TIMEOUT = TimeUnit.SECONDS.toNanos(30);

	private final Lanes lanes;

	private final int maxWorkers;

	private final Consumer<Lane> work;

	private final Supplier<CleanThread> threads;

	private final Worker worker;

	// Number of active runs, times two, plus one while a started run has yet to begin.
	private final AtomicInteger state = new AtomicInteger();

	// Whether the last start failed, which is logged once.
	private volatile boolean refused;

	// The last run that was started, until it begins.
	private volatile @Nullable Start starting;

	// Maximum time until a run begins, in nanoseconds. Grows while none does.
	private volatile long startTimeout = MIN_START_TIMEOUT;

	/**
	 * Creates the workers.
	 * @param lanes the lanes to work on
	 * @param entry makes the entry of a worker asynchronous, see {@link #asynchronous}
	 * @param maxWorkers maximum number of runs at the same time
	 * @param work handles the head of a lane
	 * @param threads cleans the thread of a run between two updates
	 */
	Workers(Lanes lanes, UnaryOperator<Worker> entry, int maxWorkers, Consumer<Lane> work,
			Supplier<CleanThread> threads) {
		this.lanes = lanes;
		this.maxWorkers = maxWorkers;
		this.work = work;
		this.threads = threads;
		this.worker = entry.apply(new DrainingWorker());
	}

	/**
	 * Enters workers through {@link Async @Async}.
	 * @param executor what they run on
	 * @return makes the entry of a worker asynchronous
	 */
	static UnaryOperator<Worker> asynchronous(Executor executor) {
		AsyncAnnotationAdvisor advisor = new AsyncAnnotationAdvisor(() -> executor, null);
		advisor.setBeanFactory(new StaticListableBeanFactory(Map.of("baleTaskExecutor", executor)));
		return (worker) -> {
			ProxyFactory factory = new ProxyFactory(worker);
			factory.addAdvisor(advisor);
			return (Worker) factory.getProxy(Workers.class.getClassLoader());
		};
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

	/**
	 * Continues a lane with the next update, as its head is finished.
	 * @param lane the lane
	 */
	void release(Lane lane) {
		if (this.lanes.release(lane)) {
			wake();
		}
	}

	/**
	 * Continues the head of a lane on a worker.
	 * @param lane the lane
	 * @param step the rest of the work on the head
	 */
	void resume(Lane lane, Runnable step) {
		this.lanes.resume(lane, step);
		wake();
	}

	/**
	 * Keeps a lane until {@link #retry}.
	 * @param lane the lane
	 * @param head its head from now on
	 */
	void hold(Lane lane, InboxEntry head) {
		this.lanes.hold(lane, head);
	}

	void retry(Lane lane) {
		this.lanes.retry(lane);
		wake();
	}

	int active() {
		return this.state.get() / ACTIVE;
	}

	/**
	 * Replaces a run that was started long ago and has not begun, for example because a
	 * decorator of the executor throws. Called periodically.
	 */
	void check() {
		Start late = this.starting;
		if (late != null && System.nanoTime() - late.since > this.startTimeout && late.settle()) {
			this.startTimeout = Math.min(2 * this.startTimeout, MAX_START_TIMEOUT);
			notStarted("Worker has not begun on baleTaskExecutor, starting another one: the executor is busy with "
					+ "other tasks, or a decorator of it throws", null);
		}
		wake();
	}

	private void start() {
		Start start = new Start();
		this.starting = start;
		try {
			this.worker.drain(start);
		}
		catch (Throwable ex) {
			if (!start.settle()) {
				logger.error("Worker ended unexpectedly", LogText.escape(ex));
			}
			else if (ex instanceof TaskRejectedException) {
				notStarted(
						"baleTaskExecutor rejected a worker, updates are queued. Its queue must not be shorter than 1, "
								+ "and it must not be shut down before the bot",
						ex);
			}
			else {
				notStarted("Worker could not be started, retrying: check the TaskDecorator of baleTaskExecutor", ex);
			}
		}
	}

	// Nothing is lost: the lanes remain ready, and the next wake retries.
	private void notStarted(String message, @Nullable Throwable error) {
		if (!this.refused) {
			this.refused = true;
			logger.error(message, (error != null) ? LogText.escape(error) : null);
		}
		this.state.addAndGet(-(ACTIVE + STARTING));
	}

	// A run that was replaced may begin later.
	private boolean begins(Start start) {
		if (start.settle()) {
			this.startTimeout = MIN_START_TIMEOUT;
			this.refused = false;
			this.state.addAndGet(-STARTING);
			return true;
		}
		int current = this.state.get();
		while (current / ACTIVE < this.maxWorkers) {
			if (this.state.compareAndSet(current, current + ACTIVE)) {
				return true;
			}
			current = this.state.get();
		}
		return false;
	}

	/**
	 * The asynchronous entry of a worker.
	 */
	interface Worker {

		/**
		 * Works until no lane is ready. Returns nothing, as Spring would need a future
		 * for a result.
		 * @param start the start of this run
		 */
		void drain(Start start);

	}

	/**
	 * The start of a run, which either begins, fails or is replaced.
	 */
	static final class Start {

		private final long since = System.nanoTime();

		private final AtomicBoolean settled = new AtomicBoolean();

		private boolean settle() {
			return this.settled.compareAndSet(false, true);
		}

	}

	private final class DrainingWorker implements Worker {

		@Override
		@Async("baleTaskExecutor")
		public void drain(Start start) {
			Workers workers = Workers.this;
			if (!workers.begins(start)) {
				return;
			}
			try (CleanThread thread = workers.threads.get()) {
				for (Lane lane = workers.lanes.takeReady(); lane != null; lane = workers.lanes.takeReady()) {
					wake();
					thread.clean();
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
