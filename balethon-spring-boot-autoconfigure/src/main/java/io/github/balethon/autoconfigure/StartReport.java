package io.github.balethon.autoconfigure;

import io.github.balethon.dispatch.Ordering;
import io.github.balethon.inbox.Inbox;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Says in one line what is in force.
 */
final class StartReport implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(StartReport.class);

	private final BaleProperties properties;

	private final BaleConnectionDetails connection;

	private final Inbox inbox;

	StartReport(BaleProperties properties, BaleConnectionDetails connection, Inbox inbox) {
		this.properties = properties;
		this.connection = connection;
		this.inbox = inbox;
	}

	@Override
	public void afterSingletonsInstantiated() {
		logger.info("Bot on " + place() + ": " + transport() + ", " + this.properties.workers() + " workers, "
				+ ordering(this.properties.dispatch().ordering()) + ", " + this.inbox.promise());
	}

	private String place() {
		return (this.connection.isEmulator() ? "the emulator at " : "Bale at ") + this.connection.baseUrl();
	}

	private String transport() {
		return switch (this.properties.transport()) {
			case LONG_POLLING -> "long polling";
			case NONE -> "no updates";
		};
	}

	private static String ordering(Ordering ordering) {
		return switch (ordering) {
			case SENDER -> "one update of a sender at a time";
			case CHAT -> "one update of a chat at a time";
			case NONE -> "updates in no order";
		};
	}

}
