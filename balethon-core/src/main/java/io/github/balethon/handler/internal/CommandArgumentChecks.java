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
 * Rejects {@code @CommandArgs} parameters that contradict each other.
 */
final class CommandArgumentChecks {

	private static final String NUMBERED = "Number the arguments from 0 without gaps: @CommandArgs(0), @CommandArgs(1).";

	private CommandArgumentChecks() {
	}

	static void requirePossibleArgument(CommandArgs annotation, String handler) {
		if (annotation.value() < -1) {
			throw new InvalidHandlerException(
					"Handler %s has the invalid argument index %d.".formatted(handler, annotation.value()), NUMBERED);
		}
		if (!annotation.name().isEmpty() && (annotation.value() >= 0 || annotation.rest())) {
			throw new InvalidHandlerException(
					"Handler %s sets both a name and an index for the command argument '%s'.".formatted(handler,
							annotation.name()),
					"Set either 'name', for name=value, or 'value' and 'rest', for positional arguments.");
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
				throw new InvalidHandlerException("Handler %s has two parameters for the command argument '%s'."
					.formatted(handler, argument.name()), "Remove one of the parameters.");
			}
		}
	}

	private static void requireNext(CommandUsage.Argument argument, CommandUsage.@Nullable Argument previous,
			String handler) {
		int next = (previous != null) ? previous.index() + 1 : 0;
		if (argument.index() < next) {
			throw new InvalidHandlerException(
					"Handler %s has two parameters for command argument %d.".formatted(handler, argument.index()),
					NUMBERED);
		}
		if (argument.index() > next) {
			throw new InvalidHandlerException(
					"Handler %s has a parameter for command argument %d, but none for argument %d.".formatted(handler,
							argument.index(), next),
					NUMBERED);
		}
		if (previous != null && previous.rest()) {
			throw new InvalidHandlerException(
					"Handler %s has a parameter for command argument %d after the rest of the text.".formatted(handler,
							argument.index()),
					"Set 'rest' on the last argument only.");
		}
		if (previous != null && !previous.required() && argument.required()) {
			throw new InvalidHandlerException(
					"Handler %s requires command argument %d, but not argument %d.".formatted(handler, argument.index(),
							previous.index()),
					"Positional arguments after an optional one must be optional: make argument %d required, or argument %d @Nullable or Optional."
						.formatted(previous.index(), argument.index()));
		}
	}

}
