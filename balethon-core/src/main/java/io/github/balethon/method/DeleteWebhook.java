package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Takes the webhook away, so that updates can be asked for: Bale's {@code deleteWebhook}.
 *
 * @since 0.1.0
 */
public record DeleteWebhook() implements IdempotentMethod<Boolean> {

	@Override
	public String methodName() {
		return "deleteWebhook";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
