package io.github.balethon.client;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends requests with {@code WebClient}: files always, and all others if the application
 * customizes {@code WebClient}.
 */
final class WebClientExchange implements JsonExchange {

	// The attribute from which Spring takes the URI tag of metrics, as the URI is
	// expanded already.
	private static final String URI_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

	private static final byte[] EMPTY = {};

	private final BaleConnection connection;

	private final WebClient webClient;

	private final Map<String, Address> addresses = new ConcurrentHashMap<>();

	WebClientExchange(BaleConnection connection, HttpClient client, WebClient.Builder builder) {
		this.connection = connection;
		HttpClient guarded = client.doOnResponse(WebClientExchange::closeIfMalformed);
		this.webClient = builder.clone()
			.clientConnector(new EscapingConnector(new ReactorClientHttpConnector(guarded)))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(HttpAnswer.MAX_BODY))
			.build();
	}

	// Spring fails on such a status before it has released the connection.
	private static void closeIfMalformed(HttpClientResponse response, Connection connection) {
		int code = response.status().code();
		if (code < 100 || code > 999) {
			connection.dispose();
		}
	}

	@Override
	public Mono<HttpAnswer> post(String methodName, byte[] body) {
		return request(methodName).contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchangeToMono(WebClientExchange::answer)
			.transform(Statuses::restored);
	}

	/**
	 * Sends a request with a form.
	 * @param methodName the method of the Bot API
	 * @param body the form
	 * @return the response with any status, which is requested on subscription
	 */
	Mono<HttpAnswer> post(String methodName, RequestBody.Form body) {
		WebClient.RequestBodySpec request = request(methodName).contentType(body.contentType());
		Long length = body.contentLength();
		if (length != null) {
			request = request.contentLength(length);
		}
		return request.body((output, context) -> output.writeWith(body.content().read(output.bufferFactory())))
			.exchangeToMono(WebClientExchange::answer)
			.transform(Statuses::restored);
	}

	private WebClient.RequestBodySpec request(String methodName) {
		Address address = this.addresses.computeIfAbsent(methodName, this::address);
		return this.webClient.post().uri(address.masked()).attribute(URI_TEMPLATE, address.template());
	}

	/**
	 * Downloads a file.
	 * @param path the path of the file
	 * @param size the size in bytes according to Bale, or {@code null} if it is unknown
	 * @param refusals creates the exceptions for responses that are no files
	 * @return the content, which is requested on subscription
	 */
	Flux<DataBuffer> get(String path, @Nullable Long size, FileRefusals refusals) {
		URI address = BotUrls.file(this.connection.fileBaseUrl(), path);
		return this.webClient.get()
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
			return response.headers().contentType().filter(WebClientExchange::isJson).isPresent();
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
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), HttpAnswer.MAX_BODY)
			.map(WebClientExchange::bytes)
			.defaultIfEmpty(EMPTY)
			.map((body) -> HttpAnswer.of(response.statusCode().value(),
					response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER), body));
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
		return new Address(BotUrls.method(this.connection.baseUrl(), methodName), "/bot{token}/" + methodName);
	}

	private record Address(URI masked, String template) {

	}

}
