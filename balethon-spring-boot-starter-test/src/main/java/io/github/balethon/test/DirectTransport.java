package io.github.balethon.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.EmulatorResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.ExchangeStrategies;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Passes the requests of a client to the emulator in the same JVM.
 */
final class DirectTransport implements ExchangeFilterFunction {

	private static final ExchangeStrategies STRATEGIES = ExchangeStrategies.withDefaults();

	private final BaleEmulator emulator;

	DirectTransport(BaleEmulator emulator) {
		this.emulator = emulator;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		MockClientHttpRequest written = new MockClientHttpRequest(request.method(), request.url());
		return request.writeTo(written, STRATEGIES)
			.then(Mono.defer(() -> body(written.getBody())))
			.flatMap((body) -> exchange(request, written.getHeaders(), body))
			.onErrorMap(IOException.class,
					(ex) -> new WebClientRequestException(ex, request.method(), request.url(), request.headers()));
	}

	private static Mono<byte[]> body(Flux<DataBuffer> buffers) {
		return buffers.collect(ByteArrayOutputStream::new, (whole, buffer) -> {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			whole.writeBytes(bytes);
		}).map(ByteArrayOutputStream::toByteArray);
	}

	private Mono<ClientResponse> exchange(ClientRequest request, HttpHeaders headers, byte[] body) {
		// The client inserts the token after all filters.
		String path = request.url().getPath().replaceFirst("/bot[^/]*/", "/bot" + this.emulator.token() + "/");
		String contentType = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		return this.emulator.exchange(request.method().name(), path, (contentType != null) ? contentType : "", body)
			.map(DirectTransport::response);
	}

	private static ClientResponse response(EmulatorResponse response) {
		return ClientResponse.create(HttpStatusCode.valueOf(response.status()), STRATEGIES).headers((headers) -> {
			headers.set(HttpHeaders.CONTENT_TYPE, response.contentType());
			response.headers().forEach(headers::set);
		}).body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(response.body()))).build();
	}

}
