package io.github.balethon.handler.internal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.handler.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

/**
 * Finds arguments of a command that contradict each other.
 */
final class ArgumentChecks {

	private static final String NUMBERED = "Number the words from 0, each one once: @CommandArgs(0), @CommandArgs(1).";

	private ArgumentChecks() {
	}

	static void requirePossibleArgument(CommandArgs annotation, String handler) {
		if (annotation.value() < -1) {
			throw new InvalidHandlerException(
					"Handler %s takes word %d of its command.".formatted(handler, annotation.value()), NUMBERED);
		}
		if (!annotation.name().isEmpty() && (annotation.value() >= 0 || annotation.rest())) {
			throw new InvalidHandlerException(
					"Handler %s names argument %s of its command and numbers it.".formatted(handler, annotation.name()),
					"Set either 'name', for name=value anywhere behind the command, or 'value' and 'rest', for words "
							+ "by their place.");
		}
	}

	static void requireArgumentsThatGoTogether(HandlerParameter[] parameters, String handler) {
		List<CommandUsage.Argument> arguments = Stream.of(parameters)
			.map(HandlerParameter::argument)
			.filter(Objects::nonNull)
			.sorted(CommandUsage.BY_PLACE)
			.toList();
		requireEachNameOnce(arguments, handler);
		CommandUsage.@Nullable Argument previous = null;
		for (CommandUsage.Argument argument : arguments) {
			if (argument.index() < 0) {
				break;
			}
			requireNext(argument, previous, handler);
			previous = argument;
		}
	}

	private static void requireEachNameOnce(List<CommandUsage.Argument> arguments, String handler) {
		Set<String> names = new TreeSet<>();
		for (CommandUsage.Argument argument : arguments) {
			if (argument.index() < 0 && !argument.everything() && !names.add(argument.name())) {
				throw new InvalidHandlerException(
						"Handler %s takes argument %s of its command twice.".formatted(handler, argument.name()),
						"Take each argument once.");
			}
		}
	}

	private static void requireNext(CommandUsage.Argument argument, CommandUsage.@Nullable Argument previous,
			String handler) {
		int next = (previous != null) ? previous.index() + 1 : 0;
		if (argument.index() < next) {
			throw new InvalidHandlerException(
					"Handler %s takes word %d of its command twice.".formatted(handler, argument.index()), NUMBERED);
		}
		if (argument.index() > next) {
			throw new InvalidHandlerException("Handler %s takes word %d of its command, but not word %d."
				.formatted(handler, argument.index(), next), NUMBERED);
		}
		if (previous != null && previous.rest()) {
			throw new InvalidHandlerException(
					"Handler %s takes word %d of its command after the rest.".formatted(handler, argument.index()),
					"Set 'rest' on the last word only.");
		}
		if (previous != null && !previous.required() && argument.required()) {
			throw new InvalidHandlerException(
					"Handler %s requires word %d of its command, but not word %d.".formatted(handler, argument.index(),
							previous.index()),
					"Words are told apart by their place: require word %d, or make word %d @Nullable or Optional too."
						.formatted(previous.index(), argument.index()));
		}
	}

}
