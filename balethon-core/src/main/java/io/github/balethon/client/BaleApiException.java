package io.github.balethon.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if Bale refuses a request: {@code ok} is not {@code true}, or the gateway
 * returned an error page. The subclass is derived from code and description, as Bale uses
 * one code for several errors. <pre class="code">
 * bale.sendMessage(chatId, text).onErrorResume(BaleForbiddenException.class, (ex) -&gt; unsubscribe(chatId));
 * </pre>
 *
 * @since 0.1.0
 */
public class BaleApiException extends BaleException {

	private final int errorCode;

	private final String description;

	private final @Nullable Duration retryAfter;

	private final String body;

	BaleApiException(Refusal refusal) {
		super(refusal.methodName(), "Bale refused %s with code %d: %s".formatted(refusal.methodName(),
				refusal.errorCode(), refusal.description().isEmpty() ? "no description" : refusal.description()), null);
		this.errorCode = refusal.errorCode();
		this.description = refusal.description();
		this.retryAfter = refusal.retryAfter();
		this.body = refusal.body();
	}

	/**
	 * Returns the error code.
	 * @return the {@code error_code} of the response, or else its HTTP status
	 */
	public int getErrorCode() {
		return this.errorCode;
	}

	/**
	 * Returns the reason.
	 * @return the {@code description} of the response, or else an empty text
	 */
	public String getDescription() {
		return this.description;
	}

	/**
	 * Returns the time to wait before a retry.
	 * @return the {@code retry_after} of the response or its {@code Retry-After} header,
	 * or {@code null} if there is none
	 */
	public @Nullable Duration getRetryAfter() {
		return this.retryAfter;
	}

	/**
	 * Returns the body of the response.
	 * @return the first 4096 characters
	 */
	public String getBody() {
		return this.body;
	}

	/**
	 * Whether Bale rejected the token: with the code 401, with 403 and a description of
	 * the token, or with 404 for a malformed token.
	 * @return {@code true} for a {@link BaleUnauthorizedException}
	 */
	public boolean isTokenRefused() {
		return false;
	}

}
