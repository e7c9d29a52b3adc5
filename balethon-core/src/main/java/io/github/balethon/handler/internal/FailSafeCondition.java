package io.github.balethon.handler.internal;

import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;

/**
 * A condition of the application that does not hold where it fails: the update goes on to
 * other handlers.
 */
final class FailSafeCondition implements BaleCondition {

	private final BaleCondition condition;

	private final ConditionFailures failures;

	/**
	 * Creates a condition.
	 * @param condition the condition of the application
	 * @param failures where its failures are logged
	 */
	FailSafeCondition(BaleCondition condition, ConditionFailures failures) {
		this.condition = condition;
		this.failures = failures;
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
			this.failures.add(ex, context);
			return false;
		}
	}

	// A handler time-out or a shutdown ends the update, and says nothing about the
	// condition.
	private static boolean isInterruption(Throwable error) {
		return Thread.currentThread().isInterrupted()
				|| Causes.of(error).stream().anyMatch(InterruptedException.class::isInstance);
	}

}
