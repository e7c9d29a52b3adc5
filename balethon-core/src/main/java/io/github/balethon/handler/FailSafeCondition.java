package io.github.balethon.handler;

import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A condition of the application that does not hold where it fails: the update goes on to
 * other handlers. Only the first failure is a warning, as a condition may fail on every
 * update.
 */
final class FailSafeCondition implements BaleCondition {

	private static final Logger logger = LoggerFactory.getLogger(FailSafeCondition.class);

	private final String source;

	private final String handler;

	private final BaleCondition condition;

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Creates a condition.
	 * @param source how the condition is written
	 * @param handler name of the handler that it belongs to
	 * @param condition the condition of the application
	 */
	FailSafeCondition(String source, String handler, BaleCondition condition) {
		this.source = source;
		this.handler = handler;
		this.condition = condition;
	}

	@Override
	public boolean matches(BaleContext context) {
		try {
			return this.condition.matches(context);
		}
		catch (Exception | LinkageError | AssertionError | StackOverflowError ex) {
			if (isInterruption(ex)) {
				throw ex;
			}
			log(ex, context);
			return false;
		}
	}

	// A handler time-out or a shutdown ends the update, and says nothing about the
	// condition.
	private static boolean isInterruption(Throwable error) {
		return Thread.currentThread().isInterrupted()
				|| Causes.of(error).stream().anyMatch(InterruptedException.class::isInstance);
	}

	private void log(Throwable error, BaleContext context) {
		if (this.warned.compareAndSet(false, true)) {
			logger.warn(
					"Condition \"{}\" of handler {} failed on update {}, so the handler does not apply. "
							+ "Fix the condition; further failures are logged at debug level",
					this.source, this.handler, context.update().updateId(), error);
		}
		else {
			logger.debug("Condition \"{}\" of handler {} failed on update {}", this.source, this.handler,
					context.update().updateId(), error);
		}
	}

}
