package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.User;

/**
 * Returns the bot itself.
 *
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code getMe}</a>
 */
public record GetMe() implements IdempotentMethod<User> {

	/**
	 * Creates a request.
	 * @return the request
	 */
	public static GetMe of() {
		return new GetMe();
	}

	@Override
	public String methodName() {
		return "getMe";
	}

	@Override
	public Type resultType() {
		return User.class;
	}

}
