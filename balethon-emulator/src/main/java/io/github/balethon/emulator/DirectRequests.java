package io.github.balethon.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

import io.github.balethon.emulator.botapi.BotApi;
import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.Request;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.GlobalEventExecutor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Requests of a bot in the same JVM, which do not pass a network.
 */
final class DirectRequests {

	private static final EventExecutor TIMER = GlobalEventExecutor.INSTANCE;

	private final BotApi botApi;

	DirectRequests(BotApi botApi) {
		this.botApi = botApi;
	}

	Mono<EmulatorResponse> answer(String method, String path, String contentType, byte[] body) {
		Request request = new Request(method, path, Map.of(), contentType, "", "emulator", body, TIMER);
		return Mono.defer(() -> this.botApi.answer(request)).flatMap(DirectRequests::response);
	}

	private static Mono<EmulatorResponse> response(Answer answer) {
		if (answer == Answer.RESET) {
			return Mono.error(new IOException("Connection reset by a fault of the emulator"));
		}
		Flux<byte[]> stream = answer.stream();
		Mono<byte[]> body = (stream != null) ? joined(stream) : Mono.just(answer.body());
		return body
			.map((bytes) -> new EmulatorResponse(answer.status(), answer.contentType(), answer.headers(), bytes));
	}

	// A stream that fails is a connection that closes before the end of the body.
	private static Mono<byte[]> joined(Flux<byte[]> stream) {
		return stream.collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
			.map(ByteArrayOutputStream::toByteArray)
			.onErrorMap((ex) -> new IOException("Connection closed before the end of the response", ex));
	}

}
