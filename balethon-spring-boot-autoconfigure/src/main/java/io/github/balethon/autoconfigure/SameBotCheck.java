package io.github.balethon.autoconfigure;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.LogText;
import io.github.balethon.client.UpdatesClient;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Logs a warning if the client for replies or the client for polling has the token of
 * another bot than the connection details, which a bean of the application can cause.
 */
final class SameBotCheck implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(SameBotCheck.class);

	private final BaleConnectionDetails connection;

	private final BaleClient client;

	private final ObjectProvider<UpdatesClient> updates;

	SameBotCheck(BaleConnectionDetails connection, BaleClient client, ObjectProvider<UpdatesClient> updates) {
		this.connection = connection;
		this.client = client;
		this.updates = updates;
	}

	@Override
	public void afterSingletonsInstantiated() {
		try {
			long bot = this.connection.token().botId();
			UpdatesClient poll = this.updates.getIfAvailable();
			long received = (poll != null) ? poll.botId() : bot;
			long answering = this.client.botId().orElse(received);
			if (answering != received) {
				logger.warn("Replies are sent by another bot: updates are received as bot " + received
						+ ", but the bean 'baleClient' has the token of bot " + answering
						+ ". Rename that bean, or use the same token");
			}
			if (received != bot) {
				logger.warn(
						"Updates are received as bot " + received + ", but BaleConnectionDetails has the token of bot "
								+ bot + ". Build the bean 'baleClientBuilder' with the BaleConnectionDetails bean");
			}
		}
		catch (RuntimeException ex) {
			logger.debug("Tokens of the clients could not be compared", LogText.escape(ex));
		}
	}

}
