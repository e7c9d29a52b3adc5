package io.github.balethon.handler.internal;

import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;

/**
 * Condition that does not match if it fails, so that other handlers are tried.
 */
final class FailSafeCondition implements BaleCondition {

	private final BaleCondition condition;

	private final ConditionFailures failures;

	/**
	 * Creates a condition.
	 * @param condition the condition of the application
	 * @param failures the log of failures
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

	// A handler timeout or a shutdown is not a failure of the condition.
	private static boolean isInterruption(Throwable error) {
		return Thread.currentThread().isInterrupted()
				|| CauseChain.of(error).stream().anyMatch(InterruptedException.class::isInstance);
	}

}
