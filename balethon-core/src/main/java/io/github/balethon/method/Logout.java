package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Logs the bot out of the server. What this means at Bale is unknown. {@code logout} is
 * not documented by Bale: client libraries send it, but it has not been verified.
 *
 * @since 0.1.0
 */
public record Logout() implements BaleMethod<Boolean> {

	/**
	 * Creates a request.
	 * @return the request
	 */
	public static Logout of() {
		return new Logout();
	}

	@Override
	public String methodName() {
		return "logout";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
