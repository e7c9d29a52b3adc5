package io.github.balethon.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.balethon.client.LogText;
import io.github.balethon.dispatch.UpdateCalls.BuiltCall;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.StringUtils;

/**
 * Logs failures of updates, without content of users.
 */
final class HandlingLog {

	private static final Logger logger = LoggerFactory.getLogger(HandlingLog.class);

	// Logged warnings about calls that were not sent, each of which is logged once.
	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	/**
	 * Reason of a dead letter.
	 * @param handler the handler that failed, or {@code null} if none was selected
	 * @param failure the failure
	 * @return a sentence
	 */
	static String reason(@Nullable BaleHandlerMethod handler, Throwable failure) {
		// The message may contain what users wrote.
		String type = failure.getClass().getName();
		return (handler != null) ? handler + " failed with " + type : "The selection of a handler failed with " + type;
	}

	/**
	 * Logs the end of an attempt at an update: its failure, calls that the handler has
	 * built and not sent, and failures of calls that it has not awaited.
	 * @param update the update
	 * @param handler the last handler, or {@code null} if none was selected
	 * @param failure the failure, or {@code null}
	 * @param retried whether the update is retried
	 * @param calls the calls of the update
	 */
	void ended(Update update, @Nullable BaleHandlerMethod handler, @Nullable Throwable failure, boolean retried,
			UpdateCalls calls) {
		if (failure instanceof HandlerCancelledException) {
			logger.debug("{} was cancelled on update {}", name(handler), update.updateId(), LogText.escape(failure));
		}
		else if (failure != null && retried) {
			logger.debug("{} failed on update {}, retrying", name(handler), update.updateId(), LogText.escape(failure));
		}
		else if (failure != null) {
			logger.error("{} failed on update {}", name(handler), update.updateId(), LogText.escape(failure));
		}
		else if (handler != null && !handler.isAsynchronous()) {
			calls.unsent().forEach((call) -> unsent(call, handler));
		}
		calls.forgottenFailures(failure)
			.forEach((call) -> logger.warn("Call of {} that {} started on update {} and did not await failed",
					call.methodName(), StringUtils.uncapitalize(name(handler)), update.updateId(),
					LogText.escape(call.error())));
	}

	private void unsent(BuiltCall call, BaleHandlerMethod handler) {
		String mistake = "%s built %s but never sent it: return it, or call .toFuture()".formatted(handler,
				call.methodName());
		if (this.warned.add(mistake)) {
			logger.warn(mistake);
		}
	}

	private static String name(@Nullable BaleHandlerMethod handler) {
		return (handler != null) ? "Handler " + handler : "The selection of a handler";
	}

}
