package io.github.balethon.source;

import io.github.balethon.client.BaleException;
import io.github.balethon.client.LogText;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.method.DeleteWebhook;
import io.github.balethon.method.GetWebhookInfo;
import io.github.balethon.model.WebhookInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects a webhook, and deletes it if configured so. While a webhook is set,
 * {@code getUpdates} returns no updates, possibly without an error.
 */
final class WebhookGuard {

	private static final Logger logger = LoggerFactory.getLogger(WebhookGuard.class);

	/**
	 * The reason of the conflict while a webhook is set.
	 */
	static final String CONFLICT = "A webhook receives the updates of the bot, so getUpdates returns none. "
			+ "Delete the webhook, or set bale.polling.delete-webhook=true";

	private final UpdatesClient client;

	private final boolean delete;

	private boolean checked;

	WebhookGuard(UpdatesClient client, boolean delete) {
		this.client = client;
		this.delete = delete;
	}

	/**
	 * Starts over: whether a webhook is set is not known.
	 */
	void reset() {
		this.checked = false;
	}

	/**
	 * Whether a webhook receives the updates, as far as that is not known since the
	 * start.
	 * @return {@code true} if there is a webhook
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean isInTheWayAtFirst() throws InterruptedException {
		boolean found = !this.checked && isInTheWay();
		this.checked = true;
		return found;
	}

	/**
	 * Whether a webhook receives the updates.
	 * @return {@code true} if there is a webhook, and it is not deleted
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean isInTheWay() throws InterruptedException {
		return look() == Finding.WEBHOOK;
	}

	/**
	 * Detects a webhook, and deletes it if configured so.
	 * @return the result
	 * @throws InterruptedException if the thread is interrupted
	 */
	Finding look() throws InterruptedException {
		try {
			WebhookInfo webhook = this.client.call(GetWebhookInfo.of());
			if (webhook.url().isEmpty()) {
				return Finding.NOTHING;
			}
			if (!this.delete) {
				return Finding.WEBHOOK;
			}
			this.client.call(DeleteWebhook.of());
			logger.warn("Deleted the webhook that received the updates of the bot (bale.polling.delete-webhook=true)");
			this.checked = true;
			return Finding.REMOVED;
		}
		catch (BaleException ex) {
			// Polling shows whether there are updates.
			logger.debug("getWebhookInfo or deleteWebhook failed, polling anyway", LogText.escape(ex));
			return Finding.NOTHING;
		}
	}

	/**
	 * Result of the detection.
	 */
	enum Finding {

		NOTHING, REMOVED, WEBHOOK

	}

}
