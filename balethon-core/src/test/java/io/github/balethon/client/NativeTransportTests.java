package io.github.balethon.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import io.netty.channel.epoll.Epoll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The event loops of clients on Netty's native transport, and on NIO where it is not
 * available. Reactor Netty decides once per process, so each test starts one.
 */
@Timeout(120)
class NativeTransportTests {

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> response
			.sendString(Mono.just("{\"ok\":true,\"result\":{\"id\":1,\"is_bot\":true,\"first_name\":\"Demo\"}}")))
		.bindNow();

	@AfterEach
	void close() {
		this.server.disposeNow();
	}

	@Test
	void clientUsesTheNativeTransportIfItIsAvailable() throws Exception {
		assumeTrue(Epoll.isAvailable());
		assertThat(run()).containsExactly("bale-client-epoll-1", "sent: false");
	}

	@Test
	void clientUsesNioIfTheLibraryOfTheNativeTransportCannotBeLoaded() throws Exception {
		assertThat(run("-Dio.netty.transport.noNative=true")).containsExactly("bale-client-nio-1", "sent: false");
	}

	@Test
	void clientUsesNioIfTheNativeTransportOfReactorNettyIsDisabled() throws Exception {
		assertThat(run("-Dreactor.netty.native=false")).containsExactly("bale-client-nio-1", "sent: false");
	}

	private List<String> run(String... arguments) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"));
		builder.command().addAll(List.of(arguments));
		builder.command()
			.addAll(List.of(EventLoopThread.class.getName(), "http://127.0.0.1:" + this.server.port(),
					"http://127.0.0.1:" + closedPort()));
		Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		try {
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).isZero();
			return output.lines().filter((line) -> line.startsWith("bale-") || line.startsWith("sent: ")).toList();
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
