package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Deletes the menu of commands. {@code deleteMyCommands} is not documented by Bale:
 * client libraries send it, but it has not been verified.
 *
 * @since 0.1.0
 */
public record DeleteMyCommands() implements IdempotentMethod<Boolean> {

	/**
	 * Creates a request.
	 * @return the request
	 */
	public static DeleteMyCommands of() {
		return new DeleteMyCommands();
	}

	@Override
	public String methodName() {
		return "deleteMyCommands";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
