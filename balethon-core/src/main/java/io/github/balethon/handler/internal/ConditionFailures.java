package io.github.balethon.handler.internal;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.client.LogText;
import io.github.balethon.handler.BaleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs failures of one condition of a handler. Only the first failure is a warning, as a
 * condition may fail on every update.
 */
final class ConditionFailures {

	private static final Logger logger = LoggerFactory.getLogger(ConditionFailures.class);

	private final String source;

	private final String handler;

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Creates a log.
	 * @param source the expression of the condition
	 * @param handler the name of the handler
	 */
	ConditionFailures(String source, String handler) {
		this.source = source;
		this.handler = handler;
	}

	void add(Throwable failure, BaleContext context) {
		if (this.warned.compareAndSet(false, true)) {
			logger.warn(
					"Condition \"{}\" of handler {} failed on update {}, so the handler does not match. "
							+ "Fix the condition; further failures are logged at debug level",
					this.source, this.handler, context.update().updateId(), LogText.escape(failure));
		}
		else {
			logger.debug("Condition \"{}\" of handler {} failed on update {}", this.source, this.handler,
					context.update().updateId(), LogText.escape(failure));
		}
	}

}
