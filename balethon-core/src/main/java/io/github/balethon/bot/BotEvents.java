package io.github.balethon.bot;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.LogText;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Publishes the events of a bot's lifecycle. Those of the connection are published on a
 * separate thread, so that a slow listener does not delay polling.
 *
 * @since 0.1.0
 */
public final class BotEvents implements UpdateSourceListener, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BotEvents.class);

	private static final long IDLE_SECONDS = 10;

	private final ApplicationEventPublisher publisher;

	private final ThreadPoolExecutor executor;

	// What the last event of the connection said.
	private volatile Connection connection = Connection.UNKNOWN;

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

	void started(BotLifecycle bot) {
		this.connection = Connection.UNKNOWN;
		publish(new BotStartedEvent(bot));
	}

	void stopping(BotLifecycle bot) {
		publish(new BotStoppingEvent(bot));
	}

	@Override
	public void connected(UpdateSource source) {
		changed(Connection.CONNECTED, new BotConnectedEvent(source));
	}

	@Override
	public void disconnected(UpdateSource source) {
		changed(Connection.DISCONNECTED, new BotDisconnectedEvent(source));
	}

	@Override
	public void ended(UpdateSource source) {
		publish(new PollingEndedEvent(source));
	}

	private void changed(Connection now, BotEvent event) {
		if (this.connection == now) {
			return;
		}
		this.connection = now;
		try {
			this.executor.execute(() -> publish(event));
		}
		catch (RejectedExecutionException ex) {
			// Closed: the application context has no listeners any more.
		}
	}

	private void publish(BotEvent event) {
		try {
			this.publisher.publishEvent(event);
		}
		catch (Throwable ex) {
			// Whatever a listener throws, the bot starts, polls and shuts down as usual.
			logger.error("Listener failed on {}", event.getClass().getSimpleName(), LogText.escape(ex));
		}
	}

	@Override
	public void close() {
		this.executor.shutdown();
	}

	private enum Connection {

		UNKNOWN, CONNECTED, DISCONNECTED

	}

}
