package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

/**
 * A TCP relay between a bot and Bale, optionally as an HTTP proxy, that can refuse and
 * close connections, or stall without closing them.
 */
final class Line implements AutoCloseable {

	private final int port;

	private final int target;

	private final boolean proxy;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	/** Heads of the requests to the proxy. */
	private final Queue<String> requestHeads = new ConcurrentLinkedQueue<>();

	// Under the lock of this object; none while disconnected.
	private @Nullable ServerSocket server;

	private volatile boolean stalled;

	Line(URI target) throws IOException {
		this(target, false);
	}

	private Line(URI target, boolean proxy) throws IOException {
		this.target = target.getPort();
		this.proxy = proxy;
		this.port = open(0);
	}

	private synchronized int open(int port) throws IOException {
		ServerSocket server = new ServerSocket();
		// Connections of the previous socket may not be closed completely.
		server.setReuseAddress(true);
		server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		this.server = server;
		thread(() -> accept(server));
		return server.getLocalPort();
	}

	/**
	 * Creates an HTTP proxy that relays all connections to one target.
	 * @param target the target
	 * @return the proxy
	 * @throws IOException if no port is free
	 */
	static Line proxy(URI target) throws IOException {
		return new Line(target, true);
	}

	int port() {
		return this.port;
	}

	/**
	 * Returns the heads of the requests to the proxy.
	 * @return the heads, a line each
	 */
	List<String> requestHeads() {
		return List.copyOf(this.requestHeads);
	}

	String address() {
		return "http://127.0.0.1:" + this.port;
	}

	/**
	 * Closes all connections and refuses new ones.
	 * @throws IOException if the server socket cannot be closed
	 */
	synchronized void cut() throws IOException {
		if (this.server != null) {
			this.server.close();
			this.server = null;
		}
		this.sockets.forEach(Line::close);
		this.sockets.clear();
	}

	/**
	 * Discards the traffic of all connections without closing them.
	 */
	void stall() {
		this.stalled = true;
	}

	/**
	 * Accepts and serves new connections again.
	 * @throws IOException if the port is in use
	 */
	synchronized void mend() throws IOException {
		this.stalled = false;
		if (this.server == null) {
			open(this.port);
		}
	}

	private void accept(ServerSocket server) {
		try {
			while (true) {
				Socket near = server.accept();
				Socket far = new Socket(InetAddress.getLoopbackAddress(), this.target);
				if (!connect(server, near, far)) {
					close(near);
					close(far);
					return;
				}
				thread(() -> {
					greet(near);
					pump(near, far);
				});
				thread(() -> pump(far, near));
			}
		}
		catch (IOException ex) {
			// Disconnected.
		}
	}

	private synchronized boolean connect(ServerSocket server, Socket near, Socket far) {
		return server == this.server && this.sockets.add(near) && this.sockets.add(far);
	}

	private void greet(Socket near) {
		if (!this.proxy) {
			return;
		}
		try {
			InputStream in = near.getInputStream();
			StringBuilder head = new StringBuilder();
			while (head.indexOf("\r\n\r\n") < 0) {
				head.append((char) in.read());
			}
			this.requestHeads.add(head.toString().replace("\r\n", " "));
			near.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void pump(Socket from, Socket to) {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] buffer = new byte[8192];
			boolean stalled = false;
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				// A connection that has stalled stays so: only new ones work again.
				stalled |= this.stalled;
				if (!stalled) {
					out.write(buffer, 0, count);
				}
			}
		}
		catch (IOException ex) {
			// Disconnected.
		}
	}

	private static void thread(Runnable task) {
		Thread thread = new Thread(task, "tcp-relay");
		thread.setDaemon(true);
		thread.start();
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		cut();
	}

}
