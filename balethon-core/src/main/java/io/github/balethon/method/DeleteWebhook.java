package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Deletes the webhook, so that updates can be requested by {@link GetUpdates}.
 *
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code deleteWebhook}</a>
 */
public record DeleteWebhook() implements IdempotentMethod<Boolean> {

	/**
	 * Creates a request.
	 * @return the request
	 */
	public static DeleteWebhook of() {
		return new DeleteWebhook();
	}

	@Override
	public String methodName() {
		return "deleteWebhook";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
