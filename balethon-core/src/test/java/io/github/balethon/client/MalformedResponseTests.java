package io.github.balethon.client;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Responses that are malformed HTTP.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class MalformedResponseTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String SECRET = "Sentinel-0123456789-abcdefghij";

	private static final String TOKEN = "987654321:" + SECRET;

	@ParameterizedTest
	@EnumSource
	void errorOfAMalformedResponseDoesNotContainTheToken(HttpPath path, CapturedOutput output) throws IOException {
		List<String> responses = List.of("garbage\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"ok\":tr",
				"HTTP/1.1 9999999 x\r\n\r\n", "HTTP/1.1 200 OK\r\nbad header\r\nContent-Length: -7\r\n\r\n", "");
		for (String response : responses) {
			try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
					BaleClient bale = path
						.apply(BaleClient.builder(BaleConnection
							.of(URI.create("http://127.0.0.1:" + server.getLocalPort()), BotToken.of(TOKEN))))
						.retry(1, Duration.ofSeconds(1))
						.build()) {
				CompletableFuture<Void> responding = CompletableFuture.runAsync(() -> respondOnce(server, response));
				Throwable failure = catchThrowable(() -> bale.getMe().block(LONG));
				assertThat(failure).isInstanceOf(BaleException.class);
				assertThat(stackTrace(failure)).doesNotContain(SECRET);
				responding.join();
			}
		}
		assertThat(output).doesNotContain(SECRET);
	}

	private static void respondOnce(ServerSocket server, String response) {
		try (Socket socket = server.accept()) {
			socket.getInputStream().read(new byte[4096]);
			socket.getOutputStream().write(response.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
