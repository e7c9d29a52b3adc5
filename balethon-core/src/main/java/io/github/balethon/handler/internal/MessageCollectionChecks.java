package io.github.balethon.handler.internal;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.balethon.handler.InvalidHandlerException;

/**
 * Rejects handlers that cannot collect messages.
 */
final class MessageCollectionChecks {

	// A sender's further updates wait, and a collection is in memory.
	private static final Duration LONGEST = Duration.ofSeconds(30);

	private MessageCollectionChecks() {
	}

	static void requirePossible(Duration collect, HandlerCondition condition, HandlerParameter[] parameters,
			String handler) {
		if (collect.compareTo(LONGEST) > 0) {
			throw new InvalidHandlerException(
					"Handler %s has the 'collect' time %s, which is longer than 30s.".formatted(handler, collect),
					"Set a shorter time: further updates of the sender wait for it.");
		}
		if (Stream.of(parameters).noneMatch(HandlerParameter::together)) {
			throw new InvalidHandlerException(
					"Handler %s has 'collect', but no parameter for several messages.".formatted(handler),
					"Declare a List<Message> parameter, or remove 'collect'.");
		}
		if (!condition.commands().isEmpty()) {
			throw new InvalidHandlerException(
					"Handler %s has 'collect' and a command, which is handled at once.".formatted(handler),
					"Remove 'collect', or collect the messages after the command with a handler for a state.");
		}
	}

}
