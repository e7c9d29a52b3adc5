package io.github.balethon.testsupport;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.balethon.client.BaleClientBuilder;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BotToken;
import io.github.balethon.dispatch.DispatchSettings;
import io.github.balethon.dispatch.Ordering;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.source.PollingSettings;
import io.github.balethon.source.UpdateSource;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Builder of a {@link TestBot}. The default values are those of the starter, apart from
 * polling, whose timeout and backoff are short.
 */
public final class TestBotBuilder {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private Consumer<TestBot> whenStarted = (bot) -> {
	};

	private BaleConnection connection;

	private Consumer<BaleClientBuilder> client = (builder) -> {
	};

	private int workers = 8;

	private boolean virtualThreads;

	private int maxInFlight = 1000;

	private Duration handlerTimeout = Duration.ofMinutes(5);

	private @Nullable Duration maxAge;

	private int maxAttempts = 1;

	private Duration backoff = Duration.ofSeconds(1);

	private Duration shutdownTimeout = Duration.ofSeconds(25);

	private @Nullable Inbox inbox;

	private @Nullable UpdateSource source;

	private Duration pollTimeout = Duration.ofSeconds(2);

	private boolean dropPending;

	private boolean deleteWebhook;

	private Duration maxAnswerAge = Duration.ofMinutes(2);

	private Ordering ordering = Ordering.SENDER;

	TestBotBuilder(BaleEmulator emulator) {
		this.connection = BaleConnection.of(emulator.baseUrl(), BotToken.of(emulator.token()));
	}

	TestBotBuilder whenStarted(Consumer<TestBot> action) {
		this.whenStarted = action;
		return this;
	}

	/**
	 * Adds classes of the bot.
	 * @param types the classes; none is possible
	 * @return this builder
	 */
	public TestBotBuilder beans(Class<?>... types) {
		if (types.length > 0) {
			this.context.register(types);
		}
		return this;
	}

	public <T> TestBotBuilder bean(Class<T> type, Supplier<T> supplier) {
		this.context.registerBean(type, supplier);
		return this;
	}

	public TestBotBuilder connection(BaleConnection connection) {
		this.connection = connection;
		return this;
	}

	public TestBotBuilder client(Consumer<BaleClientBuilder> customizer) {
		this.client = customizer;
		return this;
	}

	public TestBotBuilder workers(int workers) {
		this.workers = workers;
		return this;
	}

	public TestBotBuilder virtualThreads(boolean virtualThreads) {
		this.virtualThreads = virtualThreads;
		return this;
	}

	public TestBotBuilder ordering(Ordering ordering) {
		this.ordering = ordering;
		return this;
	}

	public TestBotBuilder maxInFlight(int maxInFlight) {
		this.maxInFlight = maxInFlight;
		return this;
	}

	public TestBotBuilder handlerTimeout(Duration handlerTimeout) {
		this.handlerTimeout = handlerTimeout;
		return this;
	}

	public TestBotBuilder maxAge(Duration maxAge) {
		this.maxAge = maxAge;
		return this;
	}

	public TestBotBuilder retry(int maxAttempts, Duration backoff) {
		this.maxAttempts = maxAttempts;
		this.backoff = backoff;
		return this;
	}

	public TestBotBuilder shutdownTimeout(Duration shutdownTimeout) {
		this.shutdownTimeout = shutdownTimeout;
		return this;
	}

	public TestBotBuilder inbox(Inbox inbox) {
		this.inbox = inbox;
		return this;
	}

	public TestBotBuilder source(UpdateSource source) {
		this.source = source;
		return this;
	}

	public TestBotBuilder pollTimeout(Duration pollTimeout) {
		this.pollTimeout = pollTimeout;
		return this;
	}

	public TestBotBuilder dropPending() {
		this.dropPending = true;
		return this;
	}

	public TestBotBuilder deleteWebhook() {
		this.deleteWebhook = true;
		return this;
	}

	public TestBotBuilder maxAnswerAge(Duration maxAnswerAge) {
		this.maxAnswerAge = maxAnswerAge;
		return this;
	}

	/**
	 * Starts the bot.
	 * @return the bot
	 */
	public TestBot start() {
		this.context.registerBean(TestBotBuilder.class, () -> this);
		this.context.register(TestBotConfiguration.class);
		this.context.refresh();
		TestBot bot = new TestBot(this.context);
		this.whenStarted.accept(bot);
		return bot;
	}

	BaleConnection connection() {
		return this.connection;
	}

	void customize(BaleClientBuilder builder) {
		this.client.accept(builder);
	}

	int workers() {
		return this.workers;
	}

	boolean virtualThreads() {
		return this.virtualThreads;
	}

	int maxInFlight() {
		return this.maxInFlight;
	}

	Duration shutdownTimeout() {
		return this.shutdownTimeout;
	}

	DispatchSettings dispatchSettings() {
		return new DispatchSettings(this.workers, this.ordering, this.handlerTimeout, this.maxAge, this.maxAttempts,
				new ExponentialBackOff(this.backoff.toMillis(), 2));
	}

	@Nullable Inbox inbox() {
		return this.inbox;
	}

	@Nullable UpdateSource source() {
		return this.source;
	}

	Duration pollTimeout() {
		return this.pollTimeout;
	}

	PollingSettings pollingSettings() {
		ExponentialBackOff backOff = new ExponentialBackOff(20, 2.0);
		backOff.setMaxInterval(100);
		return new PollingSettings(backOff, Duration.ofMillis(backOff.getMaxInterval()), this.dropPending, false,
				this.deleteWebhook, this.maxAnswerAge);
	}

}
