package io.github.balethon.autoconfigure;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.UpdatesClient;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Warns when the client that answers, or the one that polls, has the token of another bot
 * than the connection details, as with a bean of the application in the place of ours.
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
				logger.warn("Replies come from another bot: updates are received as bot " + received
						+ ", but the bean 'baleClient' has the token of bot " + answering
						+ ". Give that bean another name, or use one token");
			}
			if (received != bot) {
				logger.warn(
						"Updates are received as bot " + received + ", but BaleConnectionDetails has the token of bot "
								+ bot + ". Build the bean 'baleClientBuilder' with the BaleConnectionDetails bean");
			}
		}
		catch (RuntimeException ex) {
			logger.debug("Could not compare the tokens of the clients", ex);
		}
	}

}
