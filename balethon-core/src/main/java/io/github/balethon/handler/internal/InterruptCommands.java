package io.github.balethon.handler.internal;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.model.UpdateKind;

/**
 * The commands that interrupt their sender's handler. They are recognized on receipt,
 * before the update has a context, so they have no further condition.
 */
final class InterruptCommands {

	private final Set<String> commands = new HashSet<>();

	/**
	 * Adds the commands of a handler if it is an interrupt.
	 * @param handler the handler
	 */
	void add(RegisteredHandler handler) {
		boolean interrupt = HandlerConditions.annotations(handler.getMethod())
			.stream()
			.anyMatch((annotation) -> annotation.getBoolean("interrupt"));
		if (interrupt) {
			check(handler);
			this.commands.addAll(handler.condition().commands());
		}
	}

	private static void check(RegisteredHandler handler) {
		HandlerCondition condition = handler.condition();
		if (condition.commands().isEmpty()) {
			throw new InvalidHandlerException("Handler %s is an interrupt without a command.".formatted(handler),
					"Use @BaleCommand(value = \"cancel\", interrupt = true), or remove 'interrupt'.");
		}
		if (handler.takesSeveralMessages()) {
			throw new InvalidHandlerException(
					"Handler %s is an interrupt that takes several messages.".formatted(handler),
					"An interrupt does not wait for further messages: replace the List<Message> parameter by Message, or "
							+ "remove 'interrupt'.");
		}
		boolean commandOnly = condition.texts().isEmpty() && condition.patterns().isEmpty()
				&& condition.callbacks().isEmpty() && condition.states().isEmpty() && condition.guard().size() == 0
				&& condition.kinds().equals(EnumSet.of(UpdateKind.MESSAGE));
		if (!commandOnly) {
			throw new InvalidHandlerException(
					"Handler %s is an interrupt with more conditions than its command: %s.".formatted(handler,
							condition),
					"An interrupt is recognized on receipt, by its command only. Check the rest in the method, or "
							+ "remove 'interrupt'.");
		}
	}

	boolean isEmpty() {
		return this.commands.isEmpty();
	}

	boolean contains(String command) {
		return this.commands.contains(command);
	}

}
