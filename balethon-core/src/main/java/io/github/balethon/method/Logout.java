package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Ends the session of the bot at the server; what that means at Bale is not known: Bale's
 * undocumented {@code logout}. Libraries call it; whether it works is not certain.
 *
 * @since 0.1.0
 */
public record Logout() implements BaleMethod<Boolean> {

	@Override
	public String methodName() {
		return "logout";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
