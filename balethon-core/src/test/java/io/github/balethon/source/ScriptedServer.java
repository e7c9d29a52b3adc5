package io.github.balethon.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP server with the queue of updates that Bale has: it discards what is below the
 * offset. The scripted answers may be malformed in any way; after them, each answer is
 * well-formed, and the request that confirms the last update stays unanswered.
 */
final class ScriptedServer implements AutoCloseable {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private static final String EMPTY_WEBHOOK = "{\"ok\":true,\"result\":{\"url\":\"\"}}";

	private final ServerSocket listener;

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private final Deque<ScriptedAnswer> answers;

	private final Deque<String> webhooks;

	private final TreeMap<Long, String> pending = new TreeMap<>();

	private final List<Long> accepted = new ArrayList<>();

	private final List<String> faults = new ArrayList<>();

	private final CountDownLatch confirmed = new CountDownLatch(1);

	private long nextId;

	private @Nullable Long expectedOffset;

	ScriptedServer(long firstId, List<ScriptedAnswer> answers, List<String> webhooks) {
		this.nextId = firstId;
		this.answers = new ArrayDeque<>(answers);
		this.webhooks = new ArrayDeque<>(webhooks);
		try {
			this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start("accept", this::accept);
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + this.listener.getLocalPort());
	}

	/**
	 * Waits for the request that confirms the last update.
	 * @param seconds the maximum time to wait
	 * @return whether it was received
	 */
	boolean awaitConfirmation(int seconds) throws InterruptedException {
		return this.confirmed.await(seconds, TimeUnit.SECONDS);
	}

	/**
	 * Identifiers of all updates that were in the queue.
	 * @return the identifiers in ascending order
	 */
	synchronized List<Long> ids() {
		return List.copyOf(this.accepted);
	}

	/**
	 * Requests whose offset did not follow from the answer before.
	 * @return a description of each
	 */
	synchronized List<String> faults() {
		return List.copyOf(this.faults);
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	private void accept() throws IOException {
		while (true) {
			Socket connection = this.listener.accept();
			connection.setTcpNoDelay(true);
			this.connections.add(connection);
			start("connection", () -> serve(connection));
		}
	}

	private void serve(Socket connection) throws IOException {
		try (connection) {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			OutputStream out = connection.getOutputStream();
			for (String head = readHead(in); head != null; head = readHead(in)) {
				byte[] body = in.readNBytes(contentLength(head));
				if (!head.contains("/getUpdates ")) {
					out.write(ScriptedAnswer.wellFormed(webhook()));
					continue;
				}
				JsonNode request = MAPPER.readTree(body);
				Reply reply = getUpdates(request.has("offset") ? request.get("offset").asLong() : null,
						request.get("limit").asInt());
				if (reply == null) {
					continue;
				}
				out.write(reply.bytes());
				if (!reply.keepAlive()) {
					return;
				}
			}
		}
		finally {
			this.connections.remove(connection);
		}
	}

	private static @Nullable String readHead(InputStream in) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		int matched = 0;
		while (matched < END_OF_HEAD.length) {
			int next = in.read();
			if (next < 0) {
				return null;
			}
			head.write(next);
			matched = (next == END_OF_HEAD[matched]) ? matched + 1 : ((next == END_OF_HEAD[0]) ? 1 : 0);
		}
		return head.toString(StandardCharsets.US_ASCII);
	}

	private static int contentLength(String head) {
		return head.lines()
			.filter((line) -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
			.mapToInt((line) -> Integer.parseInt(line.substring(15).strip()))
			.findFirst()
			.orElse(0);
	}

	private synchronized String webhook() {
		String scripted = this.webhooks.poll();
		return (scripted != null) ? scripted : EMPTY_WEBHOOK;
	}

	private synchronized @Nullable Reply getUpdates(@Nullable Long offset, int limit) {
		if (this.expectedOffset != null && !this.expectedOffset.equals(offset)) {
			this.faults.add("offset " + offset + " instead of " + this.expectedOffset);
		}
		this.expectedOffset = null;
		if (offset != null) {
			this.pending.headMap(offset).clear();
		}
		ScriptedAnswer answer = this.answers.poll();
		if (answer == null && this.pending.isEmpty()) {
			this.confirmed.countDown();
			return null;
		}
		addUpdates((answer != null) ? answer.newUpdates() : 0);
		List<Long> ids = this.pending.keySet().stream().limit(limit).toList();
		List<String> page = ids.stream().map(this.pending::get).toList();
		if (!ids.isEmpty() && (answer == null || answer.isReadable())) {
			this.expectedOffset = ids.get(ids.size() - 1) + 1;
		}
		return (answer != null) ? new Reply(answer.render(page), answer.keepsConnection()) : new Reply(
				ScriptedAnswer.wellFormed("{\"ok\":true,\"result\":[" + String.join(",", page) + "]}"), true);
	}

	private void addUpdates(int count) {
		for (int i = 0; i < count; i++) {
			this.accepted.add(this.nextId);
			this.pending.put(this.nextId, update(this.nextId));
			// Identifiers need not be consecutive.
			this.nextId += 1 + i % 2;
		}
	}

	private static String update(long id) {
		return """
				{"update_id":%1$d,"message":{"message_id":%1$d,"date":1,"text":"%2$s","chat":{"id":5,"type":"private"},\
				"from":{"id":5,"is_bot":false,"first_name":"A"}}}""".formatted(id, LongPollingPropertiesTests.TEXT);
	}

	private static void start(String name, Connection task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				// Closed by the client or by the test.
			}
		}, "server-" + name);
		thread.setDaemon(true);
		thread.start();
	}

	private interface Connection {

		void run() throws IOException;

	}

	private record Reply(byte[] bytes, boolean keepAlive) {

	}

}
