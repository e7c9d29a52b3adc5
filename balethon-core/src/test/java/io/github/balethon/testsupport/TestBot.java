package io.github.balethon.testsupport;

import java.time.Duration;

import io.github.balethon.client.BaleClient;
import io.github.balethon.dispatch.DispatchStatistics;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.source.LongPolling;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A bot that runs on an emulator with Spring Framework alone. Closing it shuts it down
 * gracefully.
 */
public final class TestBot implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	TestBot(ConfigurableApplicationContext context) {
		this.context = context;
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public BaleClient client() {
		return bean(BaleClient.class);
	}

	public Dispatcher dispatcher() {
		return bean(Dispatcher.class);
	}

	public DispatchStatistics statistics() {
		return dispatcher().statistics();
	}

	public DeadLetters deadLetters() {
		return bean(DeadLetters.class);
	}

	public LongPolling polling() {
		return bean(LongPolling.class);
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	/**
	 * Shuts the bot down.
	 * @return the time that it took
	 */
	public Duration shutDown() {
		long begin = System.nanoTime();
		close();
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
