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
 * Looks for a webhook: while there is one, Bale has nothing for those who ask, and may
 * not even say so.
 */
final class WebhookGuard {

	private static final Logger logger = LoggerFactory.getLogger(WebhookGuard.class);

	private final UpdatesClient client;

	private final boolean delete;

	WebhookGuard(UpdatesClient client, boolean delete) {
		this.client = client;
		this.delete = delete;
	}

	/**
	 * Looks, and removes what is found if it may.
	 * @return what there is now
	 * @throws InterruptedException if the waiting thread is to stop
	 */
	Finding look() throws InterruptedException {
		try {
			WebhookInfo webhook = this.client.call(new GetWebhookInfo());
			if (webhook.url().isEmpty()) {
				return Finding.NOTHING;
			}
			if (!this.delete) {
				return Finding.WEBHOOK;
			}
			this.client.call(new DeleteWebhook());
			logger.warn("A webhook was set, which took all updates; it is removed, as this bot asks for them "
					+ "(bale.polling.delete-webhook)");
			return Finding.REMOVED;
		}
		catch (BaleException ex) {
			// Who does not tell may have updates all the same.
			logger.debug("Whether there is a webhook is not known", LogText.escape(ex));
			return Finding.NOTHING;
		}
	}

	/**
	 * What was found.
	 */
	enum Finding {

		NOTHING, REMOVED, WEBHOOK

	}

}
