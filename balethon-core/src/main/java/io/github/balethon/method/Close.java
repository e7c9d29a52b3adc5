package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Closes the bot at the server; what that means at Bale is not known: Bale's undocumented
 * {@code close}. Libraries call it; whether it works is not certain.
 *
 * @since 0.1.0
 */
public record Close() implements BaleMethod<Boolean> {

	@Override
	public String methodName() {
		return "close";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
