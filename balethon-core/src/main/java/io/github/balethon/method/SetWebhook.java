package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Lets Bale send updates to an address: Bale's {@code setWebhook}. It takes HTTPS on port
 * 443 or 88 only, and knows no secret but the address itself. Polling brings nothing
 * meanwhile.
 *
 * @param url address of the webhook; empty to switch it off
 * @since 0.1.0
 */
public record SetWebhook(String url) implements IdempotentMethod<Boolean> {

	/**
	 * Sets the webhook.
	 * @param url the address
	 * @return the request
	 * @throws IllegalArgumentException if the address is empty; {@link DeleteWebhook}
	 * switches the webhook off
	 */
	public static SetWebhook of(String url) {
		return new SetWebhook(Parameters.text("url", url));
	}

	@Override
	public String methodName() {
		return "setWebhook";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

	/**
	 * Leaves the address out: its path is the only secret of a webhook.
	 */
	@Override
	public String toString() {
		return "SetWebhook[]";
	}

}
