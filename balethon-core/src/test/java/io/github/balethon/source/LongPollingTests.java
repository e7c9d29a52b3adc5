package io.github.balethon.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BotToken;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.inbox.InboxAppender;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.Route;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.model.Update;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long polling with identifiers that Bale does not use.
 */
@Timeout(60)
class LongPollingTests {

	private final Server server = new Server();

	private final List<InboxEntry> handed = Collections.synchronizedList(new ArrayList<>());

	private final MemoryInbox inbox = new MemoryInbox(1000);

	private UpdatesClient client;

	private @Nullable LongPolling polling;

	@BeforeEach
	void open() throws IOException {
		this.server.start();
		this.client = BaleClient.builder(BaleConnection.of(this.server.url(), BotToken.of("1:x")))
			.buildUpdatesClient(Duration.ofSeconds(1));
		this.inbox.open(new Receiver());
	}

	@AfterEach
	void close() {
		if (this.polling != null) {
			this.polling.stop(Duration.ofSeconds(5));
		}
		this.client.close();
		this.server.stop();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "-7, -5|0", "-1|0", "-9223372036854775808|0", "9223372036854775807|",
			"3, 9223372036854775807|4", "-5, 8|9", "9223372036854775806|9223372036854775807" })
	void anyNumberIsHandledOnceAndTheOffsetIsNeverNegative(String ids, @Nullable Long offset) {
		List<Long> sent = List.of(ids.split(", ")).stream().map(Long::valueOf).toList();
		sent.forEach((id) -> this.server.updates.add(message(id)));
		poll(false);
		Awaitility.await().untilAsserted(() -> assertThat(ids()).containsExactlyElementsOf(sent));
		int before = this.server.offsets.size();
		Awaitility.await().until(() -> this.server.offsets.size() > before + 2);
		assertThat(this.server.offsets).endsWith(offset);
		// Further updates are received, and no update was received twice.
		this.server.updates.add(0, message(Long.MAX_VALUE - 1));
		Awaitility.await().untilAsserted(() -> assertThat(ids()).contains(Long.MAX_VALUE - 1));
		assertThat(ids()).doesNotHaveDuplicates();
		assertThat(this.server.offsets).noneMatch((sentOffset) -> sentOffset != null && sentOffset < 0);
	}

	@Test
	void updatesWithoutAnIdentifierAffectNoOthers() {
		this.server.updates.add("{\"message\":{}}");
		this.server.updates.add("{\"update_id\":\"x\"}");
		poll(false);
		Awaitility.await().untilAsserted(() -> assertThat(this.inbox.deadLetters().count()).isEqualTo(2));
		this.server.updates.add(message(8));
		Awaitility.await().untilAsserted(() -> assertThat(ids()).containsExactly(8L));
		int before = this.server.offsets.size();
		Awaitility.await().until(() -> this.server.offsets.size() > before + 2);
		assertThat(this.server.offsets).endsWith(9L);
		assertThat(this.inbox.deadLetters().count()).isEqualTo(2);
	}

	@Test
	void fullPageThatCannotBeConfirmedIsReported() {
		for (int i = 0; i < 100; i++) {
			this.server.updates.add("{\"message\":{\"message_id\":" + i + "}}");
		}
		poll(false);
		Awaitility.await().until(() -> this.polling.state() == PollingState.BACKING_OFF);
		assertThat(this.polling.status().lastFailure()).contains("100 updates").contains("update_id");
		assertThat(this.inbox.deadLetters().count()).isEqualTo(100);
		this.server.updates.clear();
		this.server.updates.add(message(8));
		Awaitility.await().untilAsserted(() -> assertThat(ids()).containsExactly(8L));
	}

	@ParameterizedTest
	@CsvSource({ "9223372036854775807", "-4" })
	void whatIsDroppedIsDroppedWhateverItsNumber(long id) {
		this.server.updates.add(message(id));
		poll(true);
		Awaitility.await().until(() -> this.polling.state() == PollingState.POLLING);
		this.server.updates.add(0, message(8));
		Awaitility.await().untilAsserted(() -> assertThat(ids()).contains(8L));
	}

	@Test
	void stopDoesNotOutlastItsTimeout() throws InterruptedException {
		CountDownLatch appending = new CountDownLatch(1);
		CountDownLatch database = new CountDownLatch(1);
		InboxAppender hanging = new InboxAppender() {

			@Override
			public int awaitRoom() {
				return 100;
			}

			@Override
			public void append(List<ReceivedUpdate> page) {
				appending.countDown();
				while (database.getCount() > 0) {
					try {
						database.await();
					}
					catch (InterruptedException ex) {
						// Like a driver that ignores interrupts.
					}
				}
			}

		};
		this.server.updates.add(message(8));
		try {
			poll(hanging, false);
			appending.await();
			assertThat(CompletableFuture.runAsync(() -> this.polling.stop(Duration.ofMillis(10))))
				.succeedsWithin(Duration.ofSeconds(4));
		}
		finally {
			database.countDown();
		}
	}

	private void poll(boolean dropPending) {
		poll(this.inbox, dropPending);
	}

	private void poll(InboxAppender inbox, boolean dropPending) {
		this.polling = new LongPolling(this.client, inbox,
				new PollingSettings(new FixedBackOff(50, FixedBackOff.UNLIMITED_ATTEMPTS), Duration.ofSeconds(1),
						dropPending, false, false, Duration.ofMinutes(1)));
		this.polling.start(new UpdateSourceListener() {
		});
	}

	private List<Long> ids() {
		synchronized (this.handed) {
			return this.handed.stream().map((entry) -> entry.update().updateId()).toList();
		}
	}

	private static String message(long id) {
		return """
				{"update_id":%d,"message":{"message_id":1,"date":%d,"text":"x","from":{"id":1,"first_name":"x"},\
				"chat":{"id":1,"type":"private"}}}""".formatted(id, id & 0xFFFF);
	}

	private final class Receiver implements InboxReceiver {

		@Override
		public void accept(List<InboxEntry> entries) {
			LongPollingTests.this.handed.addAll(entries);
		}

		@Override
		public List<InboxEntry> recall() {
			return List.of();
		}

		@Override
		public Route route(Update update) {
			return new Route(LaneKey.of(update), false);
		}

	}

	/**
	 * A server that discards updates below the offset, and responds immediately.
	 */
	private static final class Server {

		private static final JsonMapper MAPPER = JsonMapper.builder().build();

		private final List<String> updates = Collections.synchronizedList(new ArrayList<>());

		private final List<@Nullable Long> offsets = Collections.synchronizedList(new ArrayList<>());

		private @Nullable HttpServer http;

		void start() throws IOException {
			this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			this.http.setExecutor(Executors.newCachedThreadPool((task) -> {
				Thread thread = new Thread(task, "server");
				thread.setDaemon(true);
				return thread;
			}));
			this.http.createContext("/", this::answer);
			this.http.start();
		}

		URI url() {
			return URI.create("http://127.0.0.1:" + this.http.getAddress().getPort());
		}

		void stop() {
			this.http.stop(0);
		}

		private void answer(HttpExchange exchange) throws IOException {
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			String result = "{\"url\":\"\"}";
			if (exchange.getRequestURI().getPath().endsWith("/getUpdates")) {
				JsonNode offset = MAPPER.readTree(body).get("offset");
				result = "[" + String.join(",", page((offset != null) ? offset.asLong() : null)) + "]";
			}
			byte[] answer = ("{\"ok\":true,\"result\":" + result + "}").getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		}

		private List<String> page(@Nullable Long offset) {
			synchronized (this.updates) {
				this.offsets.add(offset);
				if (offset != null) {
					this.updates.removeIf((update) -> {
						JsonNode id = MAPPER.readTree(update).get("update_id");
						return id != null && id.isIntegralNumber() && id.asLong() < offset;
					});
				}
				return List.copyOf(this.updates);
			}
		}

	}

}
