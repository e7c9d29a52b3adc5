package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.WebhookInfo;

/**
 * Returns the state of the webhook.
 *
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code getWebhookInfo}</a>
 */
public record GetWebhookInfo() implements IdempotentMethod<WebhookInfo> {

	/**
	 * Creates a request.
	 * @return the request
	 */
	public static GetWebhookInfo of() {
		return new GetWebhookInfo();
	}

	@Override
	public String methodName() {
		return "getWebhookInfo";
	}

	@Override
	public Type resultType() {
		return WebhookInfo.class;
	}

}
