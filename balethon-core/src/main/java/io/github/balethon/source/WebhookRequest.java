package io.github.balethon.source;

import org.jspecify.annotations.Nullable;

/**
 * Head of a request to the webhook, which is checked before its body is read.
 *
 * @param method the HTTP method
 * @param key the last segment of the path
 * @param query the raw query string, or {@code null}
 * @param contentType the content type, or {@code null}
 * @param contentLength the content length in bytes, or -1 if it is unknown
 * @param remoteAddress the IP address of the sender, or {@code null} if it is unknown
 * @since 0.1.0
 */
public record WebhookRequest(String method, String key, @Nullable String query, @Nullable String contentType,
		long contentLength, @Nullable String remoteAddress) {

	/**
	 * Omits the path and the query string, which are secret.
	 */
	@Override
	public String toString() {
		return "WebhookRequest[method=" + this.method + ", contentLength=" + this.contentLength + "]";
	}

}
