package io.github.balethon.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * HTTP server that reads requests and leaves each byte of the response to the test.
 */
final class RawHttpServer implements AutoCloseable {

	private final Responder responder;

	private final ServerSocket server;

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	RawHttpServer(Responder responder) throws IOException {
		this.responder = responder;
		this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.threads.execute(this::accept);
	}

	static byte[] response(String status, String body) {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		String head = "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n".formatted(status, content.length);
		return (head + body).getBytes(StandardCharsets.UTF_8);
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getLocalPort());
	}

	List<Request> requests() {
		return this.requests;
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.server.accept();
				int connection = this.connections.incrementAndGet();
				this.threads.execute(() -> serve(socket, connection));
			}
		}
		catch (IOException ex) {
			// The server is closed.
		}
	}

	private void serve(Socket socket, int connection) {
		try (socket) {
			InputStream input = new BufferedInputStream(socket.getInputStream());
			while (!socket.isClosed()) {
				StringBuilder head = new StringBuilder();
				while (head.indexOf("\r\n\r\n") < 0) {
					int next = input.read();
					if (next < 0) {
						return;
					}
					head.append((char) next);
				}
				byte[] body = input.readNBytes(contentLength(head.toString()));
				Request request = new Request(connection, head.toString(), new String(body, StandardCharsets.UTF_8));
				this.requests.add(request);
				this.responder.respond(request, socket);
			}
		}
		catch (IOException ex) {
			// The client has closed the connection.
		}
	}

	private static int contentLength(String head) {
		return head.lines()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
			.mapToInt((line) -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
			.sum();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		this.threads.shutdownNow();
	}

	/**
	 * A request.
	 *
	 * @param connection the number of the connection, from 1
	 * @param head request line and headers
	 * @param body the body
	 */
	record Request(int connection, String head, String body) {

	}

	/**
	 * Responds to a request. The connection stays open unless the socket is closed.
	 */
	@FunctionalInterface
	interface Responder {

		void respond(Request request, Socket socket) throws IOException;

	}

}
