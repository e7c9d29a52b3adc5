package io.github.balethon.handler.internal;

import java.util.Optional;
import java.util.Set;

import io.github.balethon.model.Content;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a handler, prepared at start.
 *
 * @param source finds its value
 * @param requirement what the parameter asks of an update, or {@code null} if every one
 * has it or it may be missing
 * @param nullable whether there may be no value
 * @param optional whether the value comes in an {@code Optional}
 * @param kinds kinds of updates that may have a value; empty for all
 * @param argument what it takes of a command, if it does
 * @param content the kind of content that it is, if it is one
 * @param contents kinds of content of a message that may have a value; empty for all
 * @param error the type of error that it is, if it is one
 * @param type its type, for errors
 */
record HandlerParameter(Source source, @Nullable String requirement, boolean nullable, boolean optional,
		Set<UpdateKind> kinds, CommandUsage.@Nullable Argument argument, @Nullable Content content,
		Set<Content> contents, @Nullable Class<?> error, String type) {

	private static final Object[] NONE = {};

	/**
	 * The arguments of a call.
	 * @param parameters the parameters of the method
	 * @param attempt what is known
	 * @return the arguments, or {@code null} if one has no value and the update is not
	 * for the handler
	 */
	static @Nullable Object @Nullable [] resolve(HandlerParameter[] parameters, Attempt attempt) {
		if (parameters.length == 0) {
			return NONE;
		}
		@Nullable Object[] arguments = new Object[parameters.length];
		for (int i = 0; i < parameters.length; i++) {
			HandlerParameter parameter = parameters[i];
			Object value = parameter.source.value(attempt);
			if (value == null && !parameter.nullable) {
				return null;
			}
			arguments[i] = parameter.optional ? Optional.ofNullable(value) : value;
		}
		return arguments;
	}

	/**
	 * Finds the value of a parameter.
	 */
	@FunctionalInterface
	interface Source {

		@Nullable Object value(Attempt attempt);

	}

}
