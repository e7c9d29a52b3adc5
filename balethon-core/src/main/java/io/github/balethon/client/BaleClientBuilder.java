package io.github.balethon.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Builder of a {@link BaleClient}; see {@link BaleClient#builder}. Mutable and not
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class BaleClientBuilder {

	private final BaleConnection connection;

	private WebClient.@Nullable Builder webClientBuilder;

	private List<BaleClientInterceptor> interceptors = List.of();

	private Runnable beforeClose = () -> {
	};

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable BaleClientObservationConvention observationConvention;

	private @Nullable ObservationMeters callMeters;

	private int maxConnections = 256;

	private @Nullable BaleProxy proxy;

	private int maxAttempts = 4;

	private Duration maxWait = Duration.ofMinutes(1);

	private Duration maxOutage = Duration.ofMinutes(5);

	private @Nullable RateLimit botLimit;

	private @Nullable RateLimit chatLimit;

	private Duration connectTimeout = Duration.ofSeconds(10);

	private Duration responseTimeout = Duration.ofSeconds(20);

	private @Nullable UpdateDecoder updateDecoder;

	BaleClientBuilder(BaleConnection connection) {
		this.connection = connection;
	}

	/**
	 * Sets the builder of the {@code WebClient}, whose connector and codecs are replaced.
	 * All requests pass through this {@code WebClient} then, at a higher cost.
	 * @param builder a builder, which is copied; by default, {@code WebClient} transfers
	 * files only, and Reactor Netty sends all other requests directly
	 * @return this builder
	 */
	public BaleClientBuilder webClientBuilder(WebClient.Builder builder) {
		this.webClientBuilder = builder;
		return this;
	}

	/**
	 * Sets the interceptors of every call; the first one is the outermost.
	 * @param interceptors the interceptors; none by default
	 * @return this builder
	 */
	public BaleClientBuilder interceptors(List<? extends BaleClientInterceptor> interceptors) {
		this.interceptors = List.copyOf(interceptors);
		return this;
	}

	/**
	 * Sets the registry of the observations of calls.
	 * @param registry the registry; by default calls are not observed
	 * @param convention the convention for names and tags, or {@code null} for the
	 * default of {@link BaleClientObservation}
	 * @return this builder
	 */
	public BaleClientBuilder observations(ObservationRegistry registry,
			@Nullable BaleClientObservationConvention convention) {
		this.observationRegistry = registry;
		this.observationConvention = convention;
		return this;
	}

	/**
	 * Sets the meters that take the place of the observations of calls. Convention,
	 * parent and handlers of observations do not apply to calls then.
	 * @param meters the meters, or {@code null} to observe each call, which is the
	 * default
	 * @return this builder
	 */
	public BaleClientBuilder callMeters(@Nullable ObservationMeters meters) {
		this.callMeters = meters;
		return this;
	}

	/**
	 * Sets the maximum number of concurrent calls. Further calls are queued.
	 * @param maxConnections the number of connections, 256 by default
	 * @return this builder
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public BaleClientBuilder maxConnections(int maxConnections) {
		Assert.isTrue(maxConnections > 0, "'maxConnections' must be at least 1");
		this.maxConnections = maxConnections;
		return this;
	}

	/**
	 * Sets the maximum number of attempts of a call that can be retried: Bale requested a
	 * pause, Bale was not reached, or no response arrived and the request is an
	 * {@link io.github.balethon.method.IdempotentMethod}. An upload of a stream is never
	 * retried.
	 * @param maxAttempts the maximum number of attempts, 4 by default; 1 disables retries
	 * @param maxWait the maximum pause between two attempts, 1 minute by default; if Bale
	 * requests a longer one, the call fails
	 * @return this builder
	 * @throws IllegalArgumentException if the number is not positive
	 * @see #maxOutage(Duration)
	 */
	public BaleClientBuilder retry(int maxAttempts, Duration maxWait) {
		Assert.isTrue(maxAttempts > 0, "'maxAttempts' must be at least 1: the first call is an attempt, too");
		this.maxAttempts = maxAttempts;
		this.maxWait = maxWait;
		return this;
	}

	/**
	 * Sets the time for which a call with {@link CallPriority#INTERACTIVE} is retried
	 * while Bale cannot be reached, so that a reply survives an outage. The maximum
	 * number of attempts does not apply to it, unless it is 1.
	 * @param maxOutage the maximum sum of the pauses, 5 minutes by default; afterwards
	 * the call is retried like any other
	 * @return this builder
	 */
	public BaleClientBuilder maxOutage(Duration maxOutage) {
		this.maxOutage = maxOutage;
		return this;
	}

	/**
	 * Sets the rate limit of the messages that the bot sends, forwards and copies.
	 * Further messages are queued without blocking a thread.
	 * @param messages the maximum number of messages in any period; no limit by default
	 * @param period the length of the period
	 * @return this builder
	 * @throws IllegalArgumentException if one of them is not positive
	 * @see CallPriority
	 */
	public BaleClientBuilder rateLimit(int messages, Duration period) {
		this.botLimit = new RateLimit(messages, period);
		return this;
	}

	/**
	 * Sets the rate limit of the messages that the bot sends, forwards and copies to one
	 * chat. Further messages are queued without blocking a thread.
	 * @param messages the maximum number of messages in any period; no limit by default
	 * @param period the length of the period
	 * @return this builder
	 * @throws IllegalArgumentException if one of them is not positive
	 */
	public BaleClientBuilder chatRateLimit(int messages, Duration period) {
		this.chatLimit = new RateLimit(messages, period);
		return this;
	}

	/**
	 * Sets the connect timeout.
	 * @param connectTimeout the timeout, 10 seconds by default
	 * @return this builder
	 */
	public BaleClientBuilder connectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
		return this;
	}

	/**
	 * Sets the read timeout of a call.
	 * @param responseTimeout the timeout, 20 seconds by default
	 * @return this builder
	 */
	public BaleClientBuilder responseTimeout(Duration responseTimeout) {
		this.responseTimeout = responseTimeout;
		return this;
	}

	/**
	 * Sets the proxy for calls and for long polling.
	 * @param proxy the proxy, or {@code null} for none, which is the default
	 * @return this builder
	 */
	public BaleClientBuilder proxy(@Nullable BaleProxy proxy) {
		this.proxy = proxy;
		return this;
	}

	/**
	 * Sets the decoder of updates. Its JSON mapper serves calls as well, so several
	 * clients that are given one decoder build the deserializers of messages once.
	 * @param decoder the decoder; by default each builder has its own
	 * @return this builder
	 */
	public BaleClientBuilder updateDecoder(UpdateDecoder decoder) {
		this.updateDecoder = decoder;
		return this;
	}

	/**
	 * Sets the action to run before the client is closed, while calls are still possible,
	 * such as to await the calls in flight.
	 * @param action the action; by default there is none, and calls in flight fail
	 * @return this builder
	 */
	public BaleClientBuilder beforeClose(Runnable action) {
		this.beforeClose = action;
		return this;
	}

	/**
	 * Builds the client. No connection is opened and no name is resolved before the first
	 * call.
	 * @return the client
	 */
	public BaleClient build() {
		// The pool has some more connections, as one is released shortly after its
		// response.
		int connections = this.maxConnections + 1 + this.maxConnections / 16;
		return new DefaultBaleClient(transport("bale-client", connections, this.responseTimeout), decoder().json(),
				this.maxConnections, allInterceptors(), this.beforeClose);
	}

	private List<BaleClientInterceptor> allInterceptors() {
		List<BaleClientInterceptor> all = new ArrayList<>(this.interceptors);
		Scheduler timer = Schedulers.parallel();
		SafeObservations observations = new SafeObservations(this.observationRegistry);
		LimitedMessages limits = limits(timer, observations);
		if (limits != null) {
			all.add(limits);
		}
		all.add(new CallExecutions(callObservations(observations),
				new RetrySettings(this.maxAttempts, this.maxWait, this.maxOutage), timer));
		if (limits != null) {
			all.add(limits.attempts());
		}
		return all;
	}

	private CallObservations callObservations(SafeObservations observations) {
		if (this.callMeters != null) {
			return new TimedCallObservations(this.callMeters, observations);
		}
		if (this.observationRegistry.isNoop()) {
			return CallObservations.NONE;
		}
		return new FullCallObservations(this.observationRegistry, observations, this.observationConvention);
	}

	private @Nullable LimitedMessages limits(Scheduler timer, SafeObservations observations) {
		if (this.botLimit == null && this.chatLimit == null) {
			return null;
		}
		long beginning = System.nanoTime();
		SendingTurns turns = new SendingTurns(this.botLimit, this.chatLimit, timer,
				() -> System.nanoTime() - beginning);
		return new LimitedMessages(turns, this.observationRegistry, observations);
	}

	/**
	 * Builds the client for long polling, which has its own event loop and connection, so
	 * that a continuation that blocks the event loop of calls does not affect it.
	 * @param pollTimeout the time for which Bale holds a request while there are no
	 * updates
	 * @return the client
	 */
	public UpdatesClient buildUpdatesClient(Duration pollTimeout) {
		return new UpdatesClient(transport("bale-poll", 1, pollTimeout.plus(this.responseTimeout)), decoder(),
				pollTimeout, this.responseTimeout);
	}

	private UpdateDecoder decoder() {
		if (this.updateDecoder == null) {
			this.updateDecoder = new UpdateDecoder();
		}
		return this.updateDecoder;
	}

	private HttpTransport transport(String name, int connections, Duration silence) {
		return new HttpTransport(name, this.connection, this.webClientBuilder,
				new TransportSettings(connections, this.connectTimeout, silence, this.proxy));
	}

}
