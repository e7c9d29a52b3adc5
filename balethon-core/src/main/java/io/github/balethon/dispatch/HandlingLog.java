package io.github.balethon.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.balethon.client.LogText;
import io.github.balethon.handler.BaleHandlerMethod;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.StringUtils;

/**
 * Logs failures of updates, without content of users.
 */
final class HandlingLog {

	private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);

	// What was said about calls that were not sent, to say it once.
	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	/**
	 * Why an update is a dead letter.
	 * @param handler the handler that failed, or {@code null} if none was found yet
	 * @param failure what it failed with
	 * @return a sentence
	 */
	static String reason(@Nullable BaleHandlerMethod handler, Throwable failure) {
		// Its message may hold what people wrote.
		String type = failure.getClass().getName();
		return (handler != null) ? handler + " failed with " + type : "The choice of a handler failed with " + type;
	}

	/**
	 * An attempt at an update has ended.
	 * @param update the update
	 * @param again whether it is tried again
	 */
	void ended(UpdateExecution update, boolean again) {
		long updateId = update.entry().update().updateId();
		BaleHandlerMethod handler = update.handler();
		Throwable failure = update.failure();
		if (again) {
			logger.debug("{} failed on update {}, retrying", name(handler), updateId,
					(failure != null) ? LogText.escape(failure) : null);
		}
		else if (failure != null) {
			logger.error("{} failed on update {}", name(handler), updateId, LogText.escape(failure));
		}
		else if (handler != null && !handler.isAsynchronous()) {
			unsentCalls(update, handler);
		}
		update.forgottenFailures()
			.stream()
			// What the handler failed with is told already.
			.filter((call) -> call.error() != failure && (failure == null || call.error() != failure.getCause()))
			.forEach((call) -> logger.warn("Call of {} that {} started on update {} and did not await failed",
					call.methodName(), StringUtils.uncapitalize(name(handler)), updateId,
					LogText.escape(call.error())));
	}

	private static String name(@Nullable BaleHandlerMethod handler) {
		return (handler != null) ? "Handler " + handler : "The choice of a handler";
	}

	private void unsentCalls(UpdateExecution update, BaleHandlerMethod handler) {
		for (TrackedCall<?> call : update.unsentCalls()) {
			String mistake = "%s built %s but never sent it: return it, or call .toFuture()".formatted(handler,
					call.methodName());
			if (this.warned.add(mistake)) {
				logger.warn(mistake);
			}
		}
	}

}
