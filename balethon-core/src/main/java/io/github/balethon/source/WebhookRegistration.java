package io.github.balethon.source;

import java.time.Duration;

import io.github.balethon.client.UpdatesClient;
import io.github.balethon.method.DeleteWebhook;
import io.github.balethon.method.GetWebhookInfo;
import io.github.balethon.method.SetWebhook;
import io.github.balethon.model.WebhookInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Registers a webhook at Bale, and restores it if another program has deleted or replaced
 * it. Used by the thread of the webhook.
 */
final class WebhookRegistration {

	private final UpdatesClient client;

	private final WebhookAddress address;

	private final WebhookStatus status;

	private boolean registered;

	// How Bale shows the URL, should it differ from what was set.
	private @Nullable String shown;

	WebhookRegistration(UpdatesClient client, WebhookAddress address, WebhookStatus status) {
		this.client = client;
		this.address = address;
		this.status = status;
	}

	/**
	 * Starts over: whether the webhook is registered is not known.
	 */
	void reset() {
		this.registered = false;
		this.shown = null;
	}

	/**
	 * Registers the webhook, unless it is registered.
	 * @throws InterruptedException if the thread is interrupted
	 */
	void ensure() throws InterruptedException {
		String url = this.address.url();
		WebhookInfo info = this.client.call(GetWebhookInfo.of());
		String message = null;
		if (!isOurs(info, url)) {
			if (this.registered) {
				this.status.takenAway();
			}
			this.client.call(SetWebhook.of(url));
			boolean replaces = !info.url().isEmpty() && !this.registered;
			message = "Connected to Bale, updates are sent to the webhook " + this.address.maskedUrl()
					+ (replaces ? ", which replaces another one" : "");
			info = this.client.call(GetWebhookInfo.of());
			Assert.state(!info.url().isEmpty(), "setWebhook succeeded, but getWebhookInfo shows no webhook");
			this.shown = info.url();
		}
		this.registered = true;
		Integer pending = info.pendingUpdateCount();
		this.status.registered(message, (pending != null) ? pending : 0);
	}

	private boolean isOurs(WebhookInfo info, String url) {
		return info.url().equals(url) || (!info.url().isEmpty() && info.url().equals(this.shown));
	}

	/**
	 * Deletes the webhook, if this instance has registered or found it.
	 * @param timeout the maximum time to block
	 * @throws InterruptedException if the thread is interrupted
	 */
	void delete(Duration timeout) throws InterruptedException {
		if (this.registered) {
			this.client.call(DeleteWebhook.of(), timeout);
			this.registered = false;
		}
	}

}
