package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.BotCommand;

/**
 * Sets the menu of commands: Bale's undocumented {@code setMyCommands}. Libraries call
 * it; whether it works is not certain.
 *
 * @param commands commands
 * @since 0.1.0
 */
public record SetMyCommands(List<BotCommand> commands) implements IdempotentMethod<Boolean> {

	/**
	 * A request with all that it needs.
	 * @param commands the commands
	 * @return the request
	 */
	public static SetMyCommands of(List<BotCommand> commands) {
		return new SetMyCommands(List.copyOf(commands));
	}

	@Override
	public String methodName() {
		return "setMyCommands";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
