package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.WebhookInfo;

/**
 * Asks for the state of the webhook: Bale's {@code getWebhookInfo}.
 *
 * @since 0.1.0
 */
public record GetWebhookInfo() implements IdempotentMethod<WebhookInfo> {

	@Override
	public String methodName() {
		return "getWebhookInfo";
	}

	@Override
	public Type resultType() {
		return WebhookInfo.class;
	}

}
