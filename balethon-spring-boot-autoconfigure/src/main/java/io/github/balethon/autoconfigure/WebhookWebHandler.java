package io.github.balethon.autoconfigure;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeoutException;

import io.github.balethon.source.WebhookEndpoint;
import io.github.balethon.source.WebhookRequest;
import io.github.balethon.source.WebhookResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * The webhook in a WebFlux application. Updates are stored on the thread of the endpoint,
 * never on an event loop.
 */
final class WebhookWebHandler implements WebHandler {

	private final WebhookEndpoint endpoint;

	WebhookWebHandler(WebhookEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		WebhookResponse checked = this.endpoint.check(head(exchange.getRequest()));
		if (checked != WebhookResponse.ACCEPTED) {
			return respond(exchange.getResponse(), checked);
		}
		return DataBufferUtils.join(exchange.getRequest().getBody(), WebhookEndpoint.MAX_BODY)
			.map(WebhookWebHandler::bytes)
			.defaultIfEmpty(new byte[0])
			.timeout(WebhookEndpoint.BODY_TIMEOUT)
			.flatMap((body) -> Mono.fromFuture(() -> this.endpoint.receive(body), true))
			// Filters of the application go on here, and may block.
			.publishOn(Schedulers.parallel())
			.onErrorResume((error) -> Mono.just(this.endpoint.count(refusal(error))))
			.flatMap((response) -> respond(exchange.getResponse(), response));
	}

	private WebhookRequest head(ServerHttpRequest request) {
		String path = request.getPath().pathWithinApplication().value();
		int prefix = this.endpoint.path().length() + 1;
		HttpHeaders headers = request.getHeaders();
		return new WebhookRequest(request.getMethod().name(), (path.length() > prefix) ? path.substring(prefix) : "",
				request.getURI().getRawQuery(), headers.getFirst(HttpHeaders.CONTENT_TYPE), headers.getContentLength(),
				address(request.getRemoteAddress()));
	}

	private static @Nullable String address(@Nullable InetSocketAddress remote) {
		return (remote != null && remote.getAddress() != null) ? remote.getAddress().getHostAddress() : null;
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

	private static WebhookResponse refusal(Throwable error) {
		if (error instanceof DataBufferLimitException) {
			return WebhookResponse.CONTENT_TOO_LARGE;
		}
		return (error instanceof TimeoutException) ? WebhookResponse.REQUEST_TIMEOUT : WebhookResponse.BAD_REQUEST;
	}

	private static Mono<Void> respond(ServerHttpResponse response, WebhookResponse result) {
		response.setStatusCode(HttpStatusCode.valueOf(result.status()));
		HttpHeaders headers = response.getHeaders();
		headers.setContentLength(0);
		if (result == WebhookResponse.METHOD_NOT_ALLOWED) {
			headers.set(HttpHeaders.ALLOW, "POST");
		}
		return response.setComplete();
	}

}
