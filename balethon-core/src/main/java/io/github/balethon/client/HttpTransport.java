package io.github.balethon.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.timeout.WriteTimeoutHandler;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends requests to Bale on an event loop and a connection pool of its own, so that the
 * calls of the bot, long polling and other clients of the application do not delay each
 * other. Requests with JSON use a {@link DirectExchange}, or a {@link WebClientExchange}
 * if the application customizes {@code WebClient}; files always use the latter.
 */
final class HttpTransport implements AutoCloseable {

	private static final Duration MAX_IDLE = Duration.ofSeconds(20);

	private static final String THIS_MACHINE = "localhost|127\\..*|\\[::1]";

	// Epoll or kqueue where Netty's native transport is available, otherwise NIO.
	private static final boolean PREFER_NATIVE = LoopResources.DEFAULT_NATIVE;

	private final BaleConnection connection;

	private final LoopResources loops;

	private final ConnectionProvider connections;

	private final JsonExchange json;

	// Most bots send no files, and WebClient takes a while to be built.
	private final SingletonSupplier<WebClientExchange> files;

	HttpTransport(String name, BaleConnection connection, WebClient.@Nullable Builder customized,
			TransportSettings settings) {
		Duration responseTimeout = settings.responseTimeout();
		this.connection = connection;
		this.loops = LoopResources.create(name, 1, true);
		this.connections = connections(name, settings);
		HttpClient client = proxied(HttpClient.create(this.connections), settings.proxy())
			.runOn(this.loops, PREFER_NATIVE)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(settings.connectTimeout().toMillis()))
			.followRedirect(false)
			// An interrupted request may have taken effect, so Attempts decides.
			.disableRetry(true);
		TokenInsertion token = new TokenInsertion(connection);
		HttpClient calling = client.doOnConnected(
				(channel) -> channel.addHandlerFirst(new ResponseTimeout(responseTimeout)).addHandlerFirst(token));
		// The read timeout starts when an upload is complete, so each write has a
		// timeout.
		HttpClient transferring = client.responseTimeout(responseTimeout)
			.doOnConnected((channel) -> channel
				.addHandlerLast(new WriteTimeoutHandler(responseTimeout.toMillis(), TimeUnit.MILLISECONDS))
				.addHandlerFirst(token));
		if (customized != null) {
			this.json = new WebClientExchange(connection, calling, customized);
			WebClient.Builder builder = customized.clone();
			this.files = SingletonSupplier.of(() -> new WebClientExchange(connection, transferring, builder));
		}
		else {
			this.json = new DirectExchange(connection, calling);
			this.files = SingletonSupplier
				.of(() -> new WebClientExchange(connection, transferring, WebClient.builder()));
		}
	}

	private static ConnectionProvider connections(String name, TransportSettings settings) {
		return ConnectionProvider.builder(name)
			.maxConnections(settings.maxConnections())
			// The outbox and the updates in flight bound the number of requests.
			.pendingAcquireMaxCount(-1)
			.pendingAcquireTimeout(settings.connectTimeout().plus(settings.responseTimeout()))
			.maxIdleTime(MAX_IDLE)
			.lifo()
			.build();
	}

	long botId() {
		return this.connection.token().botId();
	}

	private static HttpClient proxied(HttpClient client, @Nullable BaleProxy proxy) {
		if (proxy == null) {
			return client;
		}
		return client.proxy((spec) -> {
			ProxyProvider.Builder builder = spec.type(type(proxy))
				.host(proxy.host())
				.port(proxy.port())
				.nonProxyHosts(THIS_MACHINE);
			if (proxy.username() != null) {
				builder.username(proxy.username());
			}
			String password = proxy.password();
			if (password != null) {
				builder.password((username) -> password);
			}
		});
	}

	private static ProxyProvider.Proxy type(BaleProxy proxy) {
		return switch (proxy.type()) {
			case HTTP -> ProxyProvider.Proxy.HTTP;
			case SOCKS4 -> ProxyProvider.Proxy.SOCKS4;
			case SOCKS5 -> ProxyProvider.Proxy.SOCKS5;
		};
	}

	Mono<HttpAnswer> post(String methodName, RequestBody body) {
		if (body instanceof RequestBody.Form form) {
			return this.files.obtain().post(methodName, form);
		}
		return post(methodName, ((RequestBody.Json) body).bytes());
	}

	Mono<HttpAnswer> post(String methodName, byte[] body) {
		return this.json.post(methodName, body);
	}

	/**
	 * Downloads a file.
	 * @param path the path of the file
	 * @param size the size in bytes according to Bale, or {@code null} if it is unknown
	 * @param refusals creates the exceptions for responses that are no files
	 * @return the content, which is requested on subscription
	 */
	Flux<DataBuffer> get(String path, @Nullable Long size, FileRefusals refusals) {
		return this.files.obtain().get(path, size, refusals);
	}

	/**
	 * Returns the event loop that responses arrive on.
	 * @return the event loop
	 */
	EventLoop eventLoop() {
		return this.loops.onClient(PREFER_NATIVE).next();
	}

	@Override
	public void close() {
		this.connections.disposeLater().block(Duration.ofSeconds(5));
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(3)).block(Duration.ofSeconds(5));
	}

}
