package io.github.balethon.autoconfigure;

import java.util.concurrent.Executor;

import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.Ordering;
import io.github.balethon.inbox.InboxStatus;
import io.github.balethon.source.UpdateSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Logs the effective configuration on start.
 */
final class StartReport implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(StartReport.class);

	private final BaleConnectionDetails connection;

	private final ObjectProvider<UpdateSource> source;

	private final Dispatcher dispatcher;

	private final Executor executor;

	private final InboxStatus inbox;

	StartReport(BaleConnectionDetails connection, ObjectProvider<UpdateSource> source, Dispatcher dispatcher,
			Executor executor, InboxStatus inbox) {
		this.connection = connection;
		this.source = source;
		this.dispatcher = dispatcher;
		this.executor = executor;
		this.inbox = inbox;
	}

	@Override
	public void afterSingletonsInstantiated() {
		int wanted = this.dispatcher.settings().maxWorkers();
		int workers = WorkerLimit.of(this.executor, wanted);
		logger.info("Bot on " + place() + ": " + transport() + ", " + workers
				+ ((workers == 1) ? " worker, " : " workers, ") + ordering(this.dispatcher.settings().ordering()) + ", "
				+ this.inbox.promise());
		if (workers < wanted) {
			logger.warn("baleTaskExecutor runs only " + workers + " of " + wanted
					+ " workers concurrently: set its core pool size to at least bale.max-workers");
		}
	}

	private String place() {
		return (this.connection.isEmulator() ? "the emulator at " : "Bale at ") + this.connection.baseUrl();
	}

	private String transport() {
		UpdateSource updates = this.source.getIfAvailable();
		return (updates != null) ? updates.description() : "no updates";
	}

	private static String ordering(Ordering ordering) {
		return switch (ordering) {
			case SENDER -> "one update of a sender at a time";
			case CHAT -> "one update of a chat at a time";
			case NONE -> "updates unordered";
		};
	}

}
