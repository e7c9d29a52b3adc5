package io.github.balethon.bot;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.LogText;
import io.github.balethon.source.UpdateSourceListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Publishes the events of a bot's lifecycle. Those of the connection are published on a
 * separate thread, so that a slow listener does not delay the update source.
 *
 * @since 0.1.0
 */
public final class BotEvents implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BotEvents.class);

	private static final long IDLE_SECONDS = 10;

	private final ApplicationEventPublisher publisher;

	private final ThreadPoolExecutor executor;

	/**
	 * Creates a publisher of events.
	 * @param publisher the publisher of the application context
	 */
	public BotEvents(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("bale-event-");
		threads.setDaemon(true);
		this.executor = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
				threads);
		this.executor.allowCoreThreadTimeOut(true);
	}

	void publish(BotEvent event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (Throwable ex) {
			// Whatever a listener throws, the bot starts, polls and shuts down as usual.
			logger.error("Listener failed on {}", event.getClass().getSimpleName(), LogText.escape(ex));
		}
	}

	/**
	 * Creates a listener that publishes the changes of a connection.
	 * @param bot the source of the events
	 * @return the listener, for one start of the update source
	 */
	UpdateSourceListener connectionListener(Object bot) {
		return new ConnectionListener(bot);
	}

	@Override
	public void close() {
		this.executor.shutdown();
	}

	private final class ConnectionListener implements UpdateSourceListener {

		private final Object bot;

		// The state of the last event.
		private volatile Connection connection = Connection.UNKNOWN;

		ConnectionListener(Object bot) {
			this.bot = bot;
		}

		@Override
		public void connected() {
			changed(Connection.CONNECTED, new BotConnectedEvent(this.bot));
		}

		@Override
		public void disconnected() {
			changed(Connection.DISCONNECTED, new BotDisconnectedEvent(this.bot));
		}

		// On the thread of the source: after an OutOfMemoryError, there may be no other.
		@Override
		public void ended() {
			publish(new UpdateSourceEndedEvent(this.bot));
		}

		private void changed(Connection now, BotEvent event) {
			if (this.connection == now) {
				return;
			}
			this.connection = now;
			try {
				BotEvents.this.executor.execute(() -> publish(event));
			}
			catch (RejectedExecutionException ex) {
				// Closed: the application context has no listeners any more.
			}
		}

	}

	private enum Connection {

		UNKNOWN, CONNECTED, DISCONNECTED

	}

}
