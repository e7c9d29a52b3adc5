package io.github.balethon.source;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.LogText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Publishes what happens in the life of the bot. What the poll finds out is published on
 * a thread of its own, so that a listener that takes its time does not make the bot deaf.
 *
 * @since 0.1.0
 */
public final class BotEvents implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(BotEvents.class);

	private static final long IDLE_SECONDS = 10;

	private final ApplicationEventPublisher publisher;

	private final ThreadPoolExecutor executor;

	// Whether the last event was one of a connection; none was published before.
	private volatile Connection connection = Connection.UNKNOWN;

	/**
	 * Creates the events of a bot.
	 * @param publisher where they are published
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

	void connected(UpdateSource source) {
		changed(Connection.CONNECTED, new BotConnectedEvent(source));
	}

	void disconnected(UpdateSource source) {
		changed(Connection.DISCONNECTED, new BotDisconnectedEvent(source));
	}

	void pollingEnded(UpdateSource source) {
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
			// The application has ended; nobody listens any more.
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
