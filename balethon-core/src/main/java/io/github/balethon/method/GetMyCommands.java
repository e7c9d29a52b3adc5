package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.BotCommand;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Asks for the menu of commands: Bale's undocumented {@code getMyCommands}. Libraries
 * call it; whether it works is not certain.
 *
 * @since 0.1.0
 */
public record GetMyCommands() implements IdempotentMethod<List<BotCommand>> {

	private static final Type RESULT = new ParameterizedTypeReference<List<BotCommand>>() {
	}.getType();

	@Override
	public String methodName() {
		return "getMyCommands";
	}

	@Override
	public Type resultType() {
		return RESULT;
	}

}
