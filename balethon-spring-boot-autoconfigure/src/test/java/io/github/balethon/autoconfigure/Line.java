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
 * A line between a bot and Bale that can be cut, so that nobody answers the call at the
 * other end, or go dead in silence.
 */
final class Line implements AutoCloseable {

	private final int port;

	private final int target;

	private final boolean proxy;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	/** What a proxy was asked for. */
	private final Queue<String> asked = new ConcurrentLinkedQueue<>();

	// Under the lock of this object; none while the line is cut.
	private @Nullable ServerSocket server;

	private volatile boolean dead;

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
		// The connections of before are not quite gone.
		server.setReuseAddress(true);
		server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		this.server = server;
		thread(() -> accept(server));
		return server.getLocalPort();
	}

	/**
	 * A line that is an HTTP proxy, whose way always leads to the same place.
	 * @param target the place
	 * @return the line
	 * @throws IOException if there is no port for it
	 */
	static Line proxy(URI target) throws IOException {
		return new Line(target, true);
	}

	int port() {
		return this.port;
	}

	/**
	 * The heads of the requests to the proxy.
	 * @return the heads, a line each
	 */
	List<String> asked() {
		return List.copyOf(this.asked);
	}

	String address() {
		return "http://127.0.0.1:" + this.port;
	}

	synchronized void cut() throws IOException {
		if (this.server != null) {
			this.server.close();
			this.server = null;
		}
		this.sockets.forEach(Line::close);
		this.sockets.clear();
	}

	void goDead() {
		this.dead = true;
	}

	synchronized void mend() throws IOException {
		this.dead = false;
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
			// Cut.
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
			this.asked.add(head.toString().replace("\r\n", " "));
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
			boolean dead = false;
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				// What went dead does not come back: that is a new connection's affair.
				dead |= this.dead;
				if (!dead) {
					out.write(buffer, 0, count);
				}
			}
		}
		catch (IOException ex) {
			// Cut.
		}
	}

	private static void thread(Runnable task) {
		Thread thread = new Thread(task, "line");
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
