package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * State of the webhook: Bale's {@code WebhookInfo}.
 *
 * @param url address of the webhook; empty while polling is in use
 * @param hasCustomCertificate whether an own certificate is used
 * @param pendingUpdateCount number of updates that wait
 * @since 0.1.0
 */
public record WebhookInfo(String url, @Nullable Boolean hasCustomCertificate, @Nullable Integer pendingUpdateCount) {

	public WebhookInfo {
		url = (url != null) ? url : "";
	}

	/**
	 * Leaves the address out: its path is the only secret of a webhook.
	 */
	@Override
	public String toString() {
		return "WebhookInfo[set=" + !this.url.isEmpty() + ", pendingUpdateCount=" + this.pendingUpdateCount + "]";
	}

}
