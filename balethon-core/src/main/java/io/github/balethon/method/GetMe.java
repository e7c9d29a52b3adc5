package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.User;

/**
 * Asks who the bot is: Bale's {@code getMe}.
 *
 * @since 0.1.0
 */
public record GetMe() implements IdempotentMethod<User> {

	@Override
	public String methodName() {
		return "getMe";
	}

	@Override
	public Type resultType() {
		return User.class;
	}

}
