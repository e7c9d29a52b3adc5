package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.List;

import io.github.balethon.handler.InvalidHandlerException;

/**
 * Rejects handlers of the timeout of a state that no timeout can match.
 */
final class StateTimeoutChecks {

	private StateTimeoutChecks() {
	}

	static void requirePossible(HandlerCondition condition, String answer, String handler) {
		if (condition.states().isEmpty()) {
			throw new InvalidHandlerException("Handler %s has a timeout, but no state.".formatted(handler),
					"Set 'state' to the state whose timeout it handles, or 'bale.dispatch.handler-timeout' to limit "
							+ "the time of handlers.");
		}
		List<String> impossible = new ArrayList<>();
		add(impossible, condition.matchesText(), "a text");
		add(impossible, condition.matchesCallback(), "callback data");
		add(impossible, !condition.guard().contents().isEmpty() || requiresAnyText(condition), "content");
		add(impossible, !condition.kinds().isEmpty(), "a kind");
		add(impossible, condition.fallback(), "to be a fallback");
		add(impossible, !answer.isEmpty(), "a callback query to answer");
		if (!impossible.isEmpty()) {
			throw new InvalidHandlerException(
					"Handler %s handles the timeout of a state, but requires %s.".formatted(handler,
							String.join(" and ", impossible)),
					"A timeout has no message: write one handler for the timeout, and another one for messages.");
		}
	}

	// The condition of @BaleText without a text.
	private static boolean requiresAnyText(HandlerCondition condition) {
		return condition.guard().written().stream().anyMatch((written) -> written.source().equals("content"));
	}

	private static void add(List<String> impossible, boolean present, String name) {
		if (present) {
			impossible.add(name);
		}
	}

}
