package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Closes the bot at the server. What this means at Bale is unknown. {@code close} is not
 * documented by Bale: client libraries send it, but it has not been verified.
 *
 * @since 0.1.0
 */
public record Close() implements BaleMethod<Boolean> {

	/**
	 * Creates a request.
	 * @return the request
	 */
	public static Close of() {
		return new Close();
	}

	@Override
	public String methodName() {
		return "close";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
