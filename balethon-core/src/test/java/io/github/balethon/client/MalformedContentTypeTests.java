package io.github.balethon.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.balethon.method.GetMe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Responses whose {@code Content-Type} cannot be parsed, which says nothing about their
 * body.
 */
@Timeout(60)
class MalformedContentTypeTests {

	private static final String FILE = "{\"ok\":true,\"result\":{\"id\":7,\"file_id\":\"1\",\"file_path\":\"%s\"}}";

	private static final String REFUSAL = "{\"ok\":false,\"error_code\":404,\"description\":\"file not found\"}";

	private volatile String contentType = "";

	private volatile String path = "";

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> request.receive()
			.then(response.header("Content-Type", this.contentType)
				.status(request.uri().endsWith("/sendMessage") ? 404 : 200)
				.sendString(Mono.just(body(request.uri())))
				.then()))
		.bindNow();

	private final BaleClient bale = BaleClient
		.builder(BaleConnection.of(URI.create("http://127.0.0.1:" + this.server.port()), BotToken.of("1:x")))
		.build();

	@AfterEach
	void close() {
		this.bale.close();
		this.server.disposeNow();
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "application/json; charset=nonsense", ";", "" })
	void responseIsParsed(String malformed) {
		this.contentType = malformed;
		assertThat(this.bale.execute(GetMe.of()).block().id()).isEqualTo(7);
		assertThatExceptionOfType(BaleNotFoundException.class).isThrownBy(() -> this.bale.sendMessage(7, "x").block());
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "application/json; charset=nonsense", ";", "" })
	void fileIsDownloaded(String malformed) {
		this.contentType = malformed;
		this.path = "kept";
		assertThat(download()).isEqualTo("{\"kept\":true}");
		this.path = "image";
		assertThat(download()).isEqualTo("image");
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "application/json; charset=nonsense", ";" })
	void refusalIsNoFile(String malformed) {
		this.contentType = malformed;
		this.path = "refused";
		assertThatExceptionOfType(BaleNotFoundException.class).isThrownBy(this::download);
	}

	private String body(String uri) {
		if (!uri.contains("/file/")) {
			return uri.endsWith("/sendMessage") ? REFUSAL : FILE.formatted(this.path);
		}
		return switch (this.path) {
			case "kept" -> "{\"kept\":true}";
			case "refused" -> REFUSAL;
			default -> this.path;
		};
	}

	private String download() {
		DataBuffer file = DataBufferUtils.join(this.bale.download("1")).block(Duration.ofSeconds(10));
		assertThat(file).isNotNull();
		String text = file.toString(StandardCharsets.UTF_8);
		DataBufferUtils.release(file);
		return text;
	}

}
