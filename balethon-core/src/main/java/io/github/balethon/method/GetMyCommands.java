package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.BotCommand;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Returns the menu of commands. {@code getMyCommands} is not documented by Bale: client
 * libraries send it, but it has not been verified.
 *
 * @since 0.1.0
 */
public record GetMyCommands() implements IdempotentMethod<List<BotCommand>> {

	private static final Type RESULT = new ParameterizedTypeReference<List<BotCommand>>() {
	}.getType();

	/**
	 * Creates a request.
	 * @return the request
	 */
	public static GetMyCommands of() {
		return new GetMyCommands();
	}

	@Override
	public String methodName() {
		return "getMyCommands";
	}

	@Override
	public Type resultType() {
		return RESULT;
	}

}
