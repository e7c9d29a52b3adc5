package io.github.balethon.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

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

	private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	private @Nullable BaleClientObservationConvention observationConvention;

	private int maxConnections = 256;

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
	 * Makes the client. Nothing is sent and nothing is resolved before the first call.
	 * @return the client
	 */
	public BaleClient build() {
		// The pool has a little more, so that a call that may go never waits for a
		// connection
		// that is just being given back.
		int connections = this.maxConnections + 1 + this.maxConnections / 16;
		return new DefaultBaleClient(transport("bale-client", connections, this.responseTimeout), this.maxConnections,
				observedInterceptors());
	}

	private List<BaleClientInterceptor> observedInterceptors() {
		if (this.observationRegistry.isNoop()) {
			return this.interceptors;
		}
		List<BaleClientInterceptor> observed = new ArrayList<>(this.interceptors);
		observed.add(new ObservedCalls(this.observationRegistry, this.observationConvention));
		return observed;
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
		return new HttpTransport(name, this.connection, this.webClientBuilder, connections, this.connectTimeout,
				silence);
	}

}
