package io.github.balethon.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.github.balethon.method.GetMe;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.RawMethod;
import io.github.balethon.method.SendDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What holds for each way that a request can take to Bale.
 */
@Timeout(60)
class TransportContractTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final byte[] BOT = RawHttpServer.response("200 OK",
			"{\"ok\":true,\"result\":{\"id\":7,\"is_bot\":true,\"first_name\":\"Demo\"}}");

	@ParameterizedTest
	@EnumSource
	void requestIsJsonOfKnownLength(HttpPath path) throws IOException {
		try (RawHttpServer server = new RawHttpServer((request, socket) -> write(socket, BOT));
				BaleClient bale = client(path, server.url()).build()) {
			bale.sendMessage(7, "سلام").onErrorComplete().block(LONG);
			RawHttpServer.Request request = server.requests().get(0);
			assertThat(request.head().lines()).contains("POST /bot1:test/sendMessage HTTP/1.1");
			assertThat(request.head().toLowerCase(Locale.ROOT).lines())
				.contains("content-type: application/json", "host: " + server.url().getAuthority())
				.noneMatch((line) -> line.startsWith("accept-encoding") || line.startsWith("transfer-encoding"));
			assertThat(request.body()).isEqualTo("{\"chat_id\":7,\"text\":\"سلام\"}");
		}
	}

	@ParameterizedTest
	@EnumSource
	void methodsShareAConnection(HttpPath path) throws IOException {
		try (RawHttpServer server = new RawHttpServer((request, socket) -> write(socket, BOT));
				BaleClient bale = client(path, server.url()).maxConnections(1).build()) {
			bale.getMe().block(LONG);
			bale.sendMessage(7, "x").onErrorComplete().block(LONG);
			bale.getMe().block(LONG);
			assertThat(server.requests()).extracting(RawHttpServer.Request::connection).containsExactly(1, 1, 1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void responseMayArriveInParts(HttpPath path) throws IOException {
		String name = "n".repeat(100_000);
		String chunk = "{\"ok\":true,\"result\":{\"id\":7,\"is_bot\":true,\"first_name\":\"" + name + "\"}}";
		try (RawHttpServer server = new RawHttpServer((request, socket) -> {
			write(socket, bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
			for (int i = 0; i < chunk.length(); i += 30_000) {
				String part = chunk.substring(i, Math.min(chunk.length(), i + 30_000));
				write(socket, bytes(Integer.toHexString(part.length()) + "\r\n" + part + "\r\n"));
			}
			write(socket, bytes("0\r\n\r\n"));
		}); BaleClient bale = client(path, server.url()).build()) {
			assertThat(bale.getMe().block(LONG).firstName()).isEqualTo(name);
			assertThat(bale.getMe().block(LONG).firstName()).isEqualTo(name);
			assertThat(server.requests()).extracting(RawHttpServer.Request::connection).containsExactly(1, 1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void errorStatusIsARefusalWithItsPause(HttpPath path) throws IOException {
		byte[] refusal = bytes("HTTP/1.1 429 Too Many Requests\r\nretry-after: 9\r\nContent-Length: 18\r\n\r\n"
				+ "local_rate_limited");
		try (RawHttpServer server = new RawHttpServer((request, socket) -> write(socket, refusal));
				BaleClient bale = client(path, server.url()).build()) {
			assertThatExceptionOfType(BaleTooManyRequestsException.class).isThrownBy(() -> bale.getMe().block(LONG))
				.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(Duration.ofSeconds(9)));
		}
	}

	@ParameterizedTest
	@EnumSource
	void emptyResponseIsAnError(HttpPath path) throws IOException {
		try (RawHttpServer server = new RawHttpServer(
				(request, socket) -> write(socket, RawHttpServer.response("200 OK", "")));
				BaleClient bale = client(path, server.url()).build()) {
			assertThatExceptionOfType(BaleException.class).isThrownBy(() -> bale.getMe().block(LONG));
		}
	}

	@ParameterizedTest
	@EnumSource
	void tokenDoesNotFollowARedirect(HttpPath path) throws IOException {
		try (RawHttpServer other = new RawHttpServer((request, socket) -> write(socket, BOT));
				RawHttpServer server = new RawHttpServer((request, socket) -> write(socket,
						bytes("HTTP/1.1 307 Temporary Redirect\r\nLocation: " + other.url()
								+ "\r\nContent-Length: 0\r\n\r\n")));
				BaleClient bale = client(path, server.url()).build()) {
			assertThatExceptionOfType(BaleException.class).isThrownBy(() -> bale.getMe().block(LONG));
			assertThat(other.requests()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void connectionThatIsClosedByBaleEndsTheCall(HttpPath path) throws IOException {
		for (String received : List.of("", "HTTP/1.1 200 OK\r\nContent-Le",
				"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"ok\":tr")) {
			try (RawHttpServer server = new RawHttpServer((request, socket) -> {
				write(socket, bytes(received));
				socket.close();
			}); BaleClient bale = client(path, server.url()).build()) {
				assertSent(failure(bale.getMe()), true);
				assertThat(server.requests()).hasSize(1);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void unreachableServerHasNotReceivedTheRequest(HttpPath path) throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		for (String url : List.of("http://127.0.0.1:" + port, "http://host.invalid")) {
			try (BaleClient bale = client(path, URI.create(url)).build()) {
				assertSent(failure(bale.getMe()), false);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void connectTimeoutApplies(HttpPath path) throws IOException {
		try (FullServer server = new FullServer();
				BaleClient bale = client(path, server.url()).connectTimeout(Duration.ofMillis(300)).build()) {
			assertSent(failure(bale.getMe()), false);
		}
	}

	@ParameterizedTest
	@EnumSource
	void responseTimeoutAppliesAlsoToAReusedConnection(HttpPath path) throws IOException {
		try (RawHttpServer server = new RawHttpServer((request, socket) -> {
			if (request.head().contains("getMe")) {
				write(socket, BOT);
			}
		});
				BaleClient bale = client(path, server.url()).maxConnections(1)
					.responseTimeout(Duration.ofMillis(500))
					.build()) {
			bale.getMe().block(LONG);
			assertSent(failure(bale.sendMessage(7, "x")), true);
			bale.getMe().block(LONG);
			assertThat(server.requests()).extracting(RawHttpServer.Request::connection).containsExactly(1, 1, 2);
		}
	}

	@ParameterizedTest
	@EnumSource
	void requestThatIsNotReadTimesOut(HttpPath path) throws IOException {
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				BaleClient bale = client(path, URI.create("http://127.0.0.1:" + server.getLocalPort()))
					.responseTimeout(Duration.ofMillis(500))
					.build()) {
			assertSent(failure(bale.execute(RawMethod.of("test").parameter("text", "x".repeat(20_000_000)))), true);
		}
	}

	@ParameterizedTest
	@EnumSource
	void sizeOfAResponseIsBounded(HttpPath path) throws IOException {
		byte[] part = new byte[1024 * 1024];
		try (RawHttpServer server = new RawHttpServer((request, socket) -> {
			if (request.connection() > 1) {
				write(socket, BOT);
				return;
			}
			write(socket, bytes("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n"));
			for (int i = 0; i < 95; i++) {
				write(socket, part);
			}
		}); BaleClient bale = client(path, server.url()).maxConnections(1).build()) {
			assertThat(failure(bale.sendMessage(7, "x"))).hasMessageContainingAll("xceed", "33554432");
			assertThat(bale.getMe().block(LONG).id()).isEqualTo(7);
		}
	}

	@ParameterizedTest
	@EnumSource
	void cancelledCallClosesItsConnectionAndFreesItsSlot(HttpPath path) throws Exception {
		for (String received : List.of("", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"ok\":tr")) {
			CountDownLatch requested = new CountDownLatch(1);
			CompletableFuture<Integer> closed = new CompletableFuture<>();
			try (RawHttpServer server = new RawHttpServer((request, socket) -> {
				if (request.connection() > 1) {
					write(socket, BOT);
					return;
				}
				write(socket, bytes(received));
				requested.countDown();
				closed.complete(readUntilClosed(socket));
			}); BaleClient bale = client(path, server.url()).maxConnections(1).build()) {
				Disposable call = bale.sendMessage(7, "x").subscribe();
				requested.await();
				call.dispose();
				assertThat(closed).succeedsWithin(LONG);
				assertThat(bale.getMe().block(LONG).id()).isEqualTo(7);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void callMayBeCancelledWhileItConnects(HttpPath path) throws IOException {
		try (FullServer server = new FullServer();
				BaleClient bale = client(path, server.url()).maxConnections(1)
					.connectTimeout(Duration.ofMillis(500))
					.build()) {
			bale.sendMessage(7, "x").subscribe().dispose();
			// The slot is free: the next call attempts to connect.
			assertSent(failure(bale.getMe()), false);
		}
	}

	@ParameterizedTest
	@EnumSource
	void contextOfTheSubscriberAppliesToTheResult(HttpPath path) throws IOException {
		try (RawHttpServer server = new RawHttpServer((request, socket) -> write(socket, BOT));
				BaleClient bale = client(path, server.url()).build()) {
			Mono<String> value = bale.execute(GetMe.of())
				.flatMap((me) -> Mono.deferContextual((context) -> Mono.just(context.<String>get("key"))))
				.contextWrite((context) -> context.put("key", "value"));
			assertThat(value.block(LONG)).isEqualTo("value");
		}
	}

	@ParameterizedTest
	@EnumSource
	void urlOfBaleMustBeAbsolute(HttpPath path) {
		try (BaleClient bale = client(path, URI.create("tapi.bale.ai")).build()) {
			assertThat(failure(bale.getMe())).hasMessageContaining("must be absolute").hasMessageNotContaining("test");
		}
	}

	@Test
	void filterOfTheApplicationSeesEveryRequest() throws Exception {
		List<String> filtered = new CopyOnWriteArrayList<>();
		WebClient.Builder customized = WebClient.builder().filter((request, next) -> {
			filtered.add(request.url().getPath());
			return next.exchange(request);
		});
		try (RawHttpServer server = new RawHttpServer((request, socket) -> write(socket, BOT));
				BaleClient bale = client(HttpPath.DIRECT, server.url()).webClientBuilder(customized).build();
				UpdatesClient updates = client(HttpPath.DIRECT, server.url()).webClientBuilder(customized)
					.buildUpdatesClient(Duration.ofSeconds(1))) {
			bale.getMe().block(LONG);
			bale.execute(SendDocument.of(7, InputFile.of(new byte[9], "x"))).onErrorComplete().block(LONG);
			updates.call(GetMe.of());
			assertThat(filtered).containsExactly("/botREDACTED/getMe", "/botREDACTED/sendDocument",
					"/botREDACTED/getMe");
			assertThat(server.requests()).hasSize(3);
		}
	}

	private static BaleClientBuilder client(HttpPath path, URI url) {
		return path.apply(BaleClient.builder(BaleConnection.of(url, BotToken.of("1:test"))))
			.retry(1, Duration.ofSeconds(1));
	}

	private static BaleTransportException failure(Mono<?> call) {
		return catchThrowableOfType(BaleTransportException.class, () -> call.block(LONG));
	}

	private static void assertSent(BaleTransportException failure, boolean sent) {
		assertThat(failure).isNotNull();
		assertThat(failure.isSent()).as(failure.getMessage()).isEqualTo(sent);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void write(Socket socket, byte[] bytes) throws IOException {
		OutputStream output = socket.getOutputStream();
		output.write(bytes);
		output.flush();
	}

	private static int readUntilClosed(Socket socket) {
		try {
			return socket.getInputStream().read();
		}
		catch (IOException ex) {
			return -1;
		}
	}

	/** Server whose queue of connections is full, so that connecting takes forever. */
	private static final class FullServer implements AutoCloseable {

		private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

		private final List<SocketChannel> queue = new ArrayList<>();

		FullServer() throws IOException {
			for (int i = 0; i < 10; i++) {
				SocketChannel channel = SocketChannel.open();
				channel.configureBlocking(false);
				channel.connect(new InetSocketAddress(this.server.getInetAddress(), this.server.getLocalPort()));
				this.queue.add(channel);
			}
		}

		URI url() {
			return URI.create("http://127.0.0.1:" + this.server.getLocalPort());
		}

		@Override
		public void close() throws IOException {
			for (SocketChannel channel : this.queue) {
				channel.close();
			}
			this.server.close();
		}

	}

}
