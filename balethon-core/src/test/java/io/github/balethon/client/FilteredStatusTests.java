package io.github.balethon.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.balethon.method.GetMe;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.SendDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Filters of the application that turn statuses into exceptions, which change nothing
 * about what Bale has said.
 */
@Timeout(60)
class FilteredStatusTests {

	private static final String OK = "{\"ok\":true,\"result\":{\"id\":1,\"message_id\":5}}";

	private final Queue<String[]> answers = new ConcurrentLinkedQueue<>();

	private final AtomicInteger requests = new AtomicInteger();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> {
			this.requests.incrementAndGet();
			String[] answer = this.answers.poll();
			if (answer == null) {
				return request.receive().then(response.sendString(Mono.just(OK)).then());
			}
			response.status(Integer.parseInt(answer[0]));
			if (answer.length > 2) {
				response.header("Retry-After", answer[2]);
			}
			return request.receive().then(response.sendString(Mono.just(answer[1])).then());
		})
		.bindNow();

	@AfterEach
	void close() {
		this.server.disposeNow();
	}

	static Stream<ExchangeFilterFunction> filters() {
		return Stream.of(
				ExchangeFilterFunction
					.ofResponseProcessor((response) -> response.statusCode().isError() ? response.createError()
							: Mono.just(response)),
				ExchangeFilterFunction.ofResponseProcessor((response) -> response.statusCode().isError()
						? response.createException()
							.flatMap((ex) -> Mono.error(new IllegalStateException("wrapped", ex)))
						: Mono.just(response)));
	}

	// Whose exceptions hold no answer.
	static Stream<ExchangeFilterFunction> ownExceptions() {
		return Stream.of(ExchangeFilterFunction.ofResponseProcessor((response) -> response.statusCode().isError()
				? response.releaseBody().then(Mono.error(new IllegalStateException("status"))) : Mono.just(response)),
				ExchangeFilterFunction.ofResponseProcessor((response) -> response.statusCode().isError()
						? response.releaseBody().then(Mono.error(new IOException("status"))) : Mono.just(response)));
	}

	static Stream<ExchangeFilterFunction> all() {
		return Stream.concat(filters(), ownExceptions());
	}

	@ParameterizedTest
	@MethodSource("all")
	void pauseIsMade(ExchangeFilterFunction filter) {
		this.answers.add(new String[] { "429",
				"{\"ok\":false,\"error_code\":429,\"description\":\"bot limit exceed\",\"parameters\":{\"retry_after\":1}}",
				"1" });
		try (BaleClient bale = client(filter, 4)) {
			assertThat(bale.sendMessage(7, "x").block().messageId()).isEqualTo(5);
		}
		assertThat(this.requests).hasValue(2);
	}

	@ParameterizedTest
	@MethodSource("filters")
	void refusalIsUnderstood(ExchangeFilterFunction filter) {
		try (BaleClient bale = client(filter, 1)) {
			this.answers.add(new String[] { "403",
					"{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}" });
			assertThatExceptionOfType(BaleForbiddenException.class).isThrownBy(() -> bale.sendMessage(7, "x").block())
				.satisfies((ex) -> assertThat(ex.getDescription()).isEqualTo("Forbidden: bot was blocked by the user"))
				.satisfies((ex) -> assertThat(ex.getBody()).contains("error_code"));
			this.answers.add(new String[] { "429", "local_rate_limited", "9" });
			assertThatExceptionOfType(BaleTooManyRequestsException.class)
				.isThrownBy(() -> bale.execute(SendDocument.of(7, InputFile.of(new byte[9], "x"))).block())
				.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(Duration.ofSeconds(9)));
		}
	}

	@ParameterizedTest
	@MethodSource("ownExceptions")
	void statusIsUnderstoodWithoutABody(ExchangeFilterFunction filter) {
		try (BaleClient bale = client(filter, 1)) {
			this.answers.add(new String[] { "403", "{\"ok\":false}" });
			assertThatExceptionOfType(BaleForbiddenException.class).isThrownBy(() -> bale.sendMessage(7, "x").block());
			this.answers.add(new String[] { "502", "<html>" });
			assertThatExceptionOfType(BaleServerException.class).isThrownBy(() -> bale.execute(GetMe.of()).block());
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void fileThatIsGoneIsNotFound(ExchangeFilterFunction filter) {
		try (BaleClient bale = client(filter, 1)) {
			this.answers
				.add(new String[] { "200", "{\"ok\":true,\"result\":{\"file_id\":\"1\",\"file_path\":\"a\"}}" });
			this.answers.add(new String[] { "404", "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}" });
			assertThatExceptionOfType(BaleNotFoundException.class)
				.isThrownBy(() -> bale.download("1").blockLast(Duration.ofSeconds(10)));
		}
	}

	@ParameterizedTest
	@MethodSource("all")
	void pollIsToldOfThePause(ExchangeFilterFunction filter) {
		this.answers.add(new String[] { "429",
				"{\"ok\":false,\"error_code\":429,\"description\":\"slow\",\"parameters\":{\"retry_after\":3}}", "3" });
		try (UpdatesClient updates = BaleClient.builder(connection())
			.webClientBuilder(WebClient.builder().filter(filter))
			.buildUpdatesClient(Duration.ofSeconds(1))) {
			assertThatExceptionOfType(BaleTooManyRequestsException.class).isThrownBy(() -> updates.pollNow(null, 1))
				.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(Duration.ofSeconds(3)));
		}
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failureOfAFilterIsNoRefusal(ExchangeFilterFunction filter) {
		try (BaleClient bale = client(filter, 1)) {
			assertThatExceptionOfType(BaleTransportException.class).isThrownBy(() -> bale.sendMessage(7, "x").block())
				.withMessageContaining("broken filter");
		}
	}

	static Stream<ExchangeFilterFunction> failures() {
		Function<ClientResponse, Mono<ClientResponse>> after = (response) -> response.releaseBody()
			.then(Mono.error(new IllegalStateException("broken filter")));
		return Stream.of((request, next) -> Mono.error(new IllegalStateException("broken filter")),
				ExchangeFilterFunction.ofResponseProcessor(after));
	}

	private BaleClient client(ExchangeFilterFunction filter, int attempts) {
		return BaleClient.builder(connection())
			.webClientBuilder(WebClient.builder().filter(filter))
			.retry(attempts, Duration.ofSeconds(30))
			.build();
	}

	private BaleConnection connection() {
		return BaleConnection.of(URI.create("http://127.0.0.1:" + this.server.port()), BotToken.of("1:secret"));
	}

}
