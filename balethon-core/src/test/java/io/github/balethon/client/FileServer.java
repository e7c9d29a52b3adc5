package io.github.balethon.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A server that takes and gives files, and counts bytes instead of keeping them.
 */
final class FileServer implements AutoCloseable {

	static final int DOWNLOAD = 19 * 1024 * 1024;

	private static final String MESSAGE = "{\"ok\":true,\"result\":{\"message_id\":5,\"chat\":{\"id\":7}}}";

	private static final byte[] BLOCK = new byte[64 * 1024];

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final AtomicLong received = new AtomicLong();

	private final DisposableServer server;

	private volatile String file = "{\"file_id\":\"1:2:x\",\"file_path\":\"docs/1:2:x\"}";

	private volatile List<byte[]> json = List.of();

	private volatile String body = "";

	private final AtomicInteger voices = new AtomicInteger();

	private volatile int refusedVoices;

	FileServer() {
		this.server = HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();
	}

	private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		String uri = request.uri();
		String length = request.requestHeaders().get("Content-Length", "none");
		this.requests.add(request.method() + " " + uri + " " + length);
		if (uri.endsWith("/getFile")) {
			return request.receive()
				.then(response.sendString(Mono.just("{\"ok\":true,\"result\":" + this.file + "}")).then());
		}
		if (uri.endsWith("/sendVideo")) {
			// Never read, so that the network fills up.
			return Mono.never();
		}
		if (uri.endsWith("/sendVoice")) {
			return request.receive()
				.aggregate()
				.asString()
				.doOnNext((body) -> this.body = body)
				.then(Mono.defer(() -> response.status((this.voices.getAndIncrement() < this.refusedVoices) ? 429 : 200)
					.sendString(Mono.just(MESSAGE))
					.then()));
		}
		if (uri.contains("/file/")) {
			return file(uri, response);
		}
		return request.receive()
			.doOnNext((buffer) -> this.received.addAndGet(buffer.readableBytes()))
			.then(response.sendString(Mono.just(MESSAGE)).then());
	}

	private Publisher<Void> file(String uri, HttpServerResponse response) {
		if (uri.endsWith("gone")) {
			return response.status(404)
				.sendString(Mono.just("{\"ok\":false,\"error_code\":404,\"description\":\"file not found\"}"));
		}
		if (uri.endsWith("lost")) {
			return response.status(404)
				.sendString(Mono.just("{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}"));
		}
		if (uri.endsWith(".json")) {
			return response.header("Content-Type", "application/json; charset=utf-8")
				.sendByteArray(Flux.fromIterable(this.json));
		}
		if (uri.endsWith("page")) {
			return response.status(502).sendString(Mono.just("<html>Bad Gateway</html>"));
		}
		if (uri.endsWith("broken")) {
			return response.header("Content-Length", "100")
				.sendByteArray(Flux.just("half".getBytes(StandardCharsets.UTF_8))
					.concatWith(Mono.error(new IllegalStateException("cut by this test"))));
		}
		if (uri.endsWith("small")) {
			return response.sendString(Mono.just("content"));
		}
		return response.sendByteArray(Flux.range(0, DOWNLOAD / BLOCK.length).map((i) -> BLOCK));
	}

	void file(String file) {
		this.file = file;
	}

	/**
	 * What files whose name ends with {@code .json} hold, in this many parts.
	 * @param parts the parts
	 */
	void json(byte[]... parts) {
		this.json = List.of(parts);
	}

	List<String> requests() {
		return this.requests;
	}

	/**
	 * The body of the last {@code sendVoice}.
	 * @return the form
	 */
	String body() {
		return this.body;
	}

	void refuseVoices(int refusedVoices) {
		this.refusedVoices = refusedVoices;
	}

	long received() {
		return this.received.get();
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
