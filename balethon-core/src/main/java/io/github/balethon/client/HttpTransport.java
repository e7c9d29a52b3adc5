package io.github.balethon.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.timeout.WriteTimeoutHandler;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.UriUtils;

/**
 * Sends requests to Bale with {@code WebClient}, on an event loop and a connection pool
 * of its own, so that the calls of the bot, long polling and other clients of the
 * application do not delay each other.
 */
final class HttpTransport implements AutoCloseable {

	// The attribute from which Spring takes the URI tag of metrics, as the URI is
	// expanded
	// already.
	private static final String URI_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

	// A page of 100 updates has a few hundred KB.
	static final int MAX_ANSWER = 32 * 1024 * 1024;

	private static final Duration MAX_IDLE = Duration.ofSeconds(20);

	private static final String THIS_MACHINE = "localhost|127\\..*|\\[::1]";

	private static final byte[] EMPTY = {};

	private final BaleConnection connection;

	private final LoopResources loops;

	private final ConnectionProvider connections;

	private final WebClient webClient;

	private final WebClient fileClient;

	private final Map<String, Address> addresses = new ConcurrentHashMap<>();

	HttpTransport(String name, BaleConnection connection, WebClient.Builder builder, TransportSettings settings) {
		Duration connectTimeout = settings.connectTimeout();
		Duration responseTimeout = settings.responseTimeout();
		this.connection = connection;
		this.loops = LoopResources.create(name, 1, true);
		this.connections = ConnectionProvider.builder(name)
			.maxConnections(settings.maxConnections())
			// The outbox and the updates in flight bound the number of requests.
			.pendingAcquireMaxCount(-1)
			.pendingAcquireTimeout(connectTimeout.plus(responseTimeout))
			.maxIdleTime(MAX_IDLE)
			.lifo()
			.build();
		HttpClient client = proxied(HttpClient.create(this.connections), settings.proxy()).runOn(this.loops, false)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connectTimeout.toMillis()))
			.responseTimeout(responseTimeout)
			.followRedirect(false)
			.doOnResponse(HttpTransport::closeIfMalformed)
			// An interrupted request may have taken effect, so RepeatedCalls decides.
			.disableRetry(true);
		this.webClient = webClient(builder, client);
		// The read timeout starts when an upload is complete, so each write has a
		// timeout.
		this.fileClient = webClient(builder, client.doOnConnected((channel) -> channel
			.addHandlerLast(new WriteTimeoutHandler(responseTimeout.toMillis(), TimeUnit.MILLISECONDS))));
	}

	// Spring fails on such a status before it has released the connection.
	private static void closeIfMalformed(HttpClientResponse response, Connection connection) {
		int code = response.status().code();
		if (code < 100 || code > 999) {
			connection.dispose();
		}
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

	private WebClient webClient(WebClient.Builder builder, HttpClient client) {
		return builder.clone()
			.clientConnector(new TokenConnector(new ReactorClientHttpConnector(client), this.connection))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(MAX_ANSWER))
			.build();
	}

	Mono<HttpAnswer> post(String methodName, RequestBody body) {
		if (body instanceof RequestBody.Form form) {
			return post(methodName, form);
		}
		return post(methodName, ((RequestBody.Json) body).bytes());
	}

	Mono<HttpAnswer> post(String methodName, byte[] body) {
		return request(this.webClient, methodName).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchangeToMono(HttpTransport::answer)
			.transform(Statuses::restored);
	}

	private Mono<HttpAnswer> post(String methodName, RequestBody.Form body) {
		WebClient.RequestBodySpec request = request(this.fileClient, methodName).contentType(body.contentType());
		Long length = body.contentLength();
		if (length != null) {
			request = request.contentLength(length);
		}
		return request.body((output, context) -> output.writeWith(body.content().read(output.bufferFactory())))
			.exchangeToMono(HttpTransport::answer)
			.transform(Statuses::restored);
	}

	private WebClient.RequestBodySpec request(WebClient client, String methodName) {
		Address address = this.addresses.computeIfAbsent(methodName, this::address);
		return client.post().uri(address.masked()).attribute(URI_TEMPLATE, address.template());
	}

	/**
	 * Downloads a file.
	 * @param path the path of the file
	 * @param size the size in bytes according to Bale, or {@code null} if it is unknown
	 * @param refusals creates the exceptions for responses that are no files
	 * @return the content, which is requested on subscription
	 */
	Flux<DataBuffer> get(String path, @Nullable Long size, FileRefusals refusals) {
		URI address = URI.create(withoutSlash(this.connection.fileBaseUrl()) + "/file/bot" + TokenConnector.PLACEHOLDER
				+ "/" + UriUtils.encodePath(path, StandardCharsets.UTF_8));
		return this.fileClient.get()
			.uri(address)
			.attribute(URI_TEMPLATE, "/file/bot{token}/{path}")
			.exchangeToFlux((response) -> file(response, size, refusals))
			.transform((file) -> Statuses.refused(file, refusals));
	}

	private static Flux<DataBuffer> file(ClientResponse response, @Nullable Long size, FileRefusals refusals) {
		if (!response.statusCode().is2xxSuccessful()) {
			return answer(response).flatMapMany((answer) -> Flux.error(refusals.refusal(answer)));
		}
		Flux<DataBuffer> body = response.body(BodyExtractors.toDataBuffers());
		return mayBeJson(response) ? new EnvelopeGuard(response.statusCode().value(), size, refusals).guard(body)
				: body;
	}

	private static boolean mayBeJson(ClientResponse response) {
		try {
			return response.headers().contentType().filter(HttpTransport::isJson).isPresent();
		}
		catch (InvalidMediaTypeException ex) {
			return true;
		}
	}

	private static boolean isJson(MediaType type) {
		return MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type) || "json".equals(type.getSubtypeSuffix());
	}

	// Not by the codecs, which fail on a Content-Type that cannot be parsed.
	private static Mono<HttpAnswer> answer(ClientResponse response) {
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), MAX_ANSWER)
			.map(HttpTransport::bytes)
			.defaultIfEmpty(EMPTY)
			.map((body) -> HttpAnswer.of(response.statusCode().value(), response.headers().asHttpHeaders(), body));
	}

	private static byte[] bytes(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private Address address(String methodName) {
		return new Address(URI
			.create(withoutSlash(this.connection.baseUrl()) + "/bot" + TokenConnector.PLACEHOLDER + "/" + methodName),
				"/bot{token}/" + methodName);
	}

	private static String withoutSlash(URI base) {
		String text = base.toString();
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}

	/**
	 * Returns the event loop that responses arrive on.
	 * @return the event loop
	 */
	EventLoop eventLoop() {
		return this.loops.onClient(false).next();
	}

	@Override
	public void close() {
		this.connections.disposeLater().block(Duration.ofSeconds(5));
		this.loops.disposeLater(Duration.ZERO, Duration.ofSeconds(3)).block(Duration.ofSeconds(5));
	}

	private record Address(URI masked, String template) {

	}

}
