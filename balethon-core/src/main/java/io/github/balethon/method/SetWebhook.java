package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Sets the webhook: the URL to which Bale sends updates. While a webhook is set,
 * {@link GetUpdates} returns no updates. Bale sends no secret with an update, so the URL
 * should contain one. {@link DeleteWebhook} removes the webhook.
 *
 * @param url the URL of the webhook: HTTPS on port 443 or 88
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code setWebhook}</a>
 */
public record SetWebhook(String url) implements IdempotentMethod<Boolean> {

	public SetWebhook {
		Parameters.text("url", url);
	}

	/**
	 * Creates a request.
	 * @param url the URL of the webhook: HTTPS on port 443 or 88
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SetWebhook of(String url) {
		return new SetWebhook(url);
	}

	/**
	 * Omits the URL, whose path is the only secret of a webhook.
	 */
	@Override
	public String toString() {
		return "SetWebhook[]";
	}

	@Override
	public String methodName() {
		return "setWebhook";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
