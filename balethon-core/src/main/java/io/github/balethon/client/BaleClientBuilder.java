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
 * Makes a {@link BaleClient}; see {@link BaleClient#builder}.
 *
 * @since 0.1.0
 */
public final class BaleClientBuilder {

	private final BaleConnection connection;

	private WebClient.Builder webClientBuilder = WebClient.builder();

	private List<BaleClientInterceptor> interceptors = List.of();

	private Runnable beforeClose = () -> {
	};

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable BaleClientObservationConvention observationConvention;

	private int maxConnections = 256;

	private @Nullable BaleProxy proxy;

	private int maxAttempts = 4;

	private Duration maxWait = Duration.ofMinutes(1);

	private Duration maxOutage = Duration.ofMinutes(5);

	private @Nullable RateLimit botLimit;

	private @Nullable RateLimit chatLimit;

	private Duration connectTimeout = Duration.ofSeconds(10);

	private Duration responseTimeout = Duration.ofSeconds(20);

	BaleClientBuilder(BaleConnection connection) {
		this.connection = connection;
	}

	/**
	 * What the client's WebClient is built from; its connector and codecs are replaced.
	 * @param builder a builder, which is copied
	 * @return this builder
	 */
	public BaleClientBuilder webClientBuilder(WebClient.Builder builder) {
		this.webClientBuilder = builder;
		return this;
	}

	/**
	 * What stands around every call, the first one outermost.
	 * @param interceptors the interceptors; none by default
	 * @return this builder
	 */
	public BaleClientBuilder interceptors(List<? extends BaleClientInterceptor> interceptors) {
		this.interceptors = List.copyOf(interceptors);
		return this;
	}

	/**
	 * Where calls are observed.
	 * @param registry the registry; by default nothing is observed
	 * @param convention names and tags, or {@code null} for those that
	 * {@link BaleClientObservation} documents
	 * @return this builder
	 */
	public BaleClientBuilder observations(ObservationRegistry registry,
			@Nullable BaleClientObservationConvention convention) {
		this.observationRegistry = registry;
		this.observationConvention = convention;
		return this;
	}

	/**
	 * How many calls may be under way at the same moment; more wait.
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
	 * How often a call is made that fails in a way which allows to repeat it: Bale asked
	 * for a pause, or was not reached, or the answer was lost and the request is an
	 * {@link io.github.balethon.method.IdempotentMethod}. An upload of a stream is made
	 * once.
	 * @param maxAttempts the number of attempts, 4 by default; 1 repeats nothing
	 * @param maxWait the longest pause between two attempts, 1 minute by default; if Bale
	 * asks for a longer one, the call fails
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
	 * How long a call with {@link CallPriority#INTERACTIVE} is tried again while there is
	 * no connection to Bale, so that an answer outlasts an outage. The number of attempts
	 * does not limit it, unless it is 1.
	 * @param maxOutage the sum of the pauses, 5 minutes by default; beyond it, it is a
	 * call like any other
	 * @return this builder
	 */
	public BaleClientBuilder maxOutage(Duration maxOutage) {
		this.maxOutage = maxOutage;
		return this;
	}

	/**
	 * How many messages the bot may send, forward and copy in any period of this length.
	 * More wait for their turn, without a thread.
	 * @param messages the number of messages; no limit by default
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
	 * How many messages the bot may send, forward and copy to one chat in any period of
	 * this length. More wait for their turn, without a thread.
	 * @param messages the number of messages; no limit by default
	 * @param period the length of the period
	 * @return this builder
	 * @throws IllegalArgumentException if one of them is not positive
	 */
	public BaleClientBuilder chatRateLimit(int messages, Duration period) {
		this.chatLimit = new RateLimit(messages, period);
		return this;
	}

	/**
	 * How long the making of a connection may take.
	 * @param connectTimeout the time, 10 s by default
	 * @return this builder
	 */
	public BaleClientBuilder connectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
		return this;
	}

	/**
	 * How long Bale may be silent during a call.
	 * @param responseTimeout the time, 20 s by default
	 * @return this builder
	 */
	public BaleClientBuilder responseTimeout(Duration responseTimeout) {
		this.responseTimeout = responseTimeout;
		return this;
	}

	/**
	 * The proxy on the way to Bale, for calls and for the long poll.
	 * @param proxy the proxy, or {@code null} for none, which is the default
	 * @return this builder
	 */
	public BaleClientBuilder proxy(@Nullable BaleProxy proxy) {
		this.proxy = proxy;
		return this;
	}

	/**
	 * Action that runs when the client is about to close, while calls can still be made,
	 * such as to wait for those in flight.
	 * @param action the action; by default there is none, and calls in flight fail
	 * @return this builder
	 */
	public BaleClientBuilder beforeClose(Runnable action) {
		this.beforeClose = action;
		return this;
	}

	/**
	 * Makes the client. Nothing is sent and nothing is resolved before the first call.
	 * @return the client
	 */
	public BaleClient build() {
		// The pool has a little more, so that a call that may go never waits for a
		// connection that is just being given back.
		int connections = this.maxConnections + 1 + this.maxConnections / 16;
		return new DefaultBaleClient(transport("bale-client", connections, this.responseTimeout), this.maxConnections,
				allInterceptors(), this.beforeClose);
	}

	private List<BaleClientInterceptor> allInterceptors() {
		List<BaleClientInterceptor> all = new ArrayList<>(this.interceptors);
		Scheduler timer = Schedulers.parallel();
		SafeObservations observations = new SafeObservations(this.observationRegistry);
		LimitedMessages limits = limits(timer, observations);
		if (limits != null) {
			all.add(limits);
		}
		if (!this.observationRegistry.isNoop()) {
			all.add(new ObservedCalls(this.observationRegistry, observations, this.observationConvention));
		}
		if (this.maxAttempts > 1) {
			all.add(new RepeatedCalls(this.maxAttempts, this.maxWait, this.maxOutage, timer, observations));
		}
		if (limits != null) {
			all.add(limits.attempts());
		}
		return all;
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
	 * Makes the client of the long poll, with an event loop and a connection of its own,
	 * so that a careless continuation of a call cannot make the bot deaf.
	 * @param pollTimeout how long Bale may hold a poll that has nothing to bring
	 * @return the client
	 */
	public UpdatesClient buildUpdatesClient(Duration pollTimeout) {
		return new UpdatesClient(transport("bale-poll", 1, pollTimeout.plus(this.responseTimeout)), pollTimeout,
				this.responseTimeout);
	}

	private HttpTransport transport(String name, int connections, Duration silence) {
		return new HttpTransport(name, this.connection, this.webClientBuilder,
				new TransportSettings(connections, this.connectTimeout, silence, this.proxy));
	}

}
