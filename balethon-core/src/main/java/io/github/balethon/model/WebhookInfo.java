package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * State of the webhook: Bale's {@code WebhookInfo}.
 *
 * @param url address of the webhook; empty while polling is in use
 * @param hasCustomCertificate whether an own certificate is used
 * @param pendingUpdateCount number of pending updates
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record WebhookInfo(String url, @Nullable Boolean hasCustomCertificate, @Nullable Integer pendingUpdateCount,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public WebhookInfo {
		url = (url != null) ? url : "";
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a webhook info without unknown fields.
	 * @param url address of the webhook; empty while polling is in use
	 * @param hasCustomCertificate whether an own certificate is used
	 * @param pendingUpdateCount number of pending updates
	 */
	public WebhookInfo(String url, @Nullable Boolean hasCustomCertificate, @Nullable Integer pendingUpdateCount) {
		this(url, hasCustomCertificate, pendingUpdateCount, Map.of());
	}

	/**
	 * Leaves the address out: its path is the only secret of a webhook.
	 */
	@Override
	public String toString() {
		return "WebhookInfo[set=" + !this.url.isEmpty() + ", pendingUpdateCount=" + this.pendingUpdateCount + "]";
	}

}
