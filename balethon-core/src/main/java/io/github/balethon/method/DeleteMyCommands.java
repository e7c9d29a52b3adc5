package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Takes the menu of commands away: Bale's undocumented {@code deleteMyCommands}.
 * Libraries call it; whether it works is not certain.
 *
 * @since 0.1.0
 */
public record DeleteMyCommands() implements IdempotentMethod<Boolean> {

	@Override
	public String methodName() {
		return "deleteMyCommands";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
