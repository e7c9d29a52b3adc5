package io.github.balethon.handler.internal;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.github.balethon.model.Content;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

/**
 * Parameter of a handler, prepared at startup.
 *
 * @param source provides the value
 * @param requirement the value that an update must have, or {@code null} if each update
 * has it or it is optional
 * @param nullable whether the value may be missing
 * @param optional whether the type is {@code Optional}
 * @param kinds kinds of updates that may have a value; empty for all
 * @param argument the command argument, if the parameter is one
 * @param content the kind of content, if the type is one
 * @param contents kinds of content of a message that may have a value; empty for all
 * @param error the exception type, if it is one
 * @param together whether the value is the list of messages that are handled together
 * @param type the type, for errors
 */
record HandlerParameter(Source source, @Nullable String requirement, boolean nullable, boolean optional,
		Set<UpdateKind> kinds, CommandUsage.@Nullable Argument argument, @Nullable Content content,
		Set<Content> contents, @Nullable Class<?> error, boolean together, String type) implements FailedCondition {

	private static final Object[] NONE = {};

	/**
	 * Resolves the arguments of an invocation.
	 * @param parameters the parameters of the method
	 * @param sources the available values
	 * @param missing receives the parameter whose required value is missing
	 * @return the arguments, or {@code null} if a required value is missing, so that the
	 * update does not match
	 */
	static @Nullable Object @Nullable [] resolve(HandlerParameter[] parameters, ArgumentSources sources,
			Consumer<HandlerParameter> missing) {
		if (parameters.length == 0) {
			return NONE;
		}
		@Nullable Object[] arguments = new Object[parameters.length];
		for (int i = 0; i < parameters.length; i++) {
			HandlerParameter parameter = parameters[i];
			Object value = parameter.source.value(sources);
			if (value == null && !parameter.nullable) {
				missing.accept(parameter);
				return null;
			}
			arguments[i] = parameter.optional ? Optional.ofNullable(value) : value;
		}
		return arguments;
	}

	@Override
	public String describe() {
		return "parameter " + ((this.requirement != null) ? this.requirement : this.type);
	}

	/**
	 * Provides the value of a parameter.
	 */
	@FunctionalInterface
	interface Source {

		@Nullable Object value(ArgumentSources sources);

	}

}
