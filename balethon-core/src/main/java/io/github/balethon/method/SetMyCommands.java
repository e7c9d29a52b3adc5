package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.BotCommand;

/**
 * Sets the menu of commands. {@code setMyCommands} is not documented by Bale: client
 * libraries send it, but it has not been verified.
 *
 * @param commands the commands
 * @since 0.1.0
 */
public record SetMyCommands(List<BotCommand> commands) implements IdempotentMethod<Boolean> {

	public SetMyCommands {
		commands = List.copyOf(commands);
	}

	/**
	 * Creates a request.
	 * @param commands the commands
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SetMyCommands of(List<? extends BotCommand> commands) {
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
