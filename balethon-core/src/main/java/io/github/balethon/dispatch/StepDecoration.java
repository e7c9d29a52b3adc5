package io.github.balethon.dispatch;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.client.LogText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskDecorator;

/**
 * Runs each step of an update in the task decorator of the application. A decorator
 * around a worker, which serves many senders, would expose the context of one sender to
 * the next.
 */
final class StepDecoration {

	private static final Logger logger = LoggerFactory.getLogger(StepDecoration.class);

	private final @Nullable TaskDecorator decorator;

	StepDecoration(@Nullable TaskDecorator decorator) {
		this.decorator = decorator;
	}

	/**
	 * Runs a step on this thread.
	 * @param step the step
	 * @throws Throwable what the step throws, or the decorator if it throws before it
	 * runs the step
	 */
	void run(Step step) throws Throwable {
		if (this.decorator == null) {
			step.run();
			return;
		}
		Task task = new Task(step);
		try {
			this.decorator.decorate(task).run();
		}
		catch (Throwable ex) {
			if (task.claim()) {
				throw ex;
			}
			logger.warn("TaskDecorator {} failed after the handler, whose result counts",
					this.decorator.getClass().getName(), LogText.escape(ex));
		}
		if (task.claim()) {
			throw new IllegalStateException("TaskDecorator " + this.decorator.getClass().getName()
					+ " did not run its task on the calling thread. Run the given Runnable in the decorated one.");
		}
		task.rethrow();
	}

	/**
	 * A step of an update.
	 */
	@FunctionalInterface
	interface Step {

		void run() throws Throwable;

	}

	/**
	 * Task that is passed to the decorator. Its error is hidden from the decorator, as
	 * the error handlers of the application receive it.
	 */
	private static final class Task implements Runnable {

		private final Step step;

		private final AtomicBoolean claimed = new AtomicBoolean();

		private @Nullable Throwable error;

		Task(Step step) {
			this.step = step;
		}

		boolean claim() {
			return this.claimed.compareAndSet(false, true);
		}

		@Override
		public void run() {
			if (!claim()) {
				return;
			}
			try {
				this.step.run();
			}
			catch (Throwable ex) {
				this.error = ex;
			}
		}

		void rethrow() throws Throwable {
			if (this.error != null) {
				throw this.error;
			}
		}

	}

}
