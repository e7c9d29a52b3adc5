package io.github.balethon.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.balethon.emulator.http.Json;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTests {

	private final BaleEmulator emulator = BaleEmulator.builder().quirks(Quirk.LOOPBACK_WEBHOOKS).build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Person sara = this.emulator.person("Sara");

	private final List<Long> received = new CopyOnWriteArrayList<>();

	// Statuses of the next responses; then 200.
	private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.emulator.start();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::receive);
		this.server.start();
	}

	@AfterEach
	void close() {
		this.server.stop(0);
		this.emulator.close();
	}

	private void receive(HttpExchange exchange) throws IOException {
		JsonNode update = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		assertThat(exchange.getRequestHeaders().getFirst("Content-Type")).isEqualTo("application/json");
		this.received.add(update.path("update_id").longValue());
		Integer status = this.statuses.poll();
		exchange.sendResponseHeaders((status != null) ? status : 200, -1);
		exchange.close();
	}

	private String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/hook";
	}

	private void setWebhook(String url) {
		assertThat(this.bot.call("setWebhook", "{\"url\":\"" + url + "\"}").status()).isEqualTo(200);
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(TestBot.LONG);
	}

	@Test
	void updatesAreDeliveredInOrder() {
		this.sara.write("before");
		setWebhook(url());
		for (int i = 0; i < 20; i++) {
			this.sara.write("text");
		}
		await().until(() -> this.emulator.updates().pending() == 0);
		assertThat(this.received).isEqualTo(LongStream.rangeClosed(1, 21).boxed().toList());
	}

	@Test
	void failedDeliveriesAreRepeatedAndReported() {
		this.statuses.addAll(List.of(503, 404, 301));
		setWebhook(url());
		this.sara.write("a");
		this.sara.write("b");
		await().until(() -> this.emulator.updates().pending() == 0);
		assertThat(this.received).containsExactly(1L, 1L, 1L, 1L, 2L);
		JsonNode info = this.bot.getMethod("getWebhookInfo").result();
		assertThat(info.path("last_error_message").stringValue()).isEqualTo("Wrong response from the webhook: 301");
		assertThat(info.path("last_error_date").isIntegralNumber()).isTrue();
		assertThat(info.path("pending_update_count").intValue()).isZero();
	}

	@Test
	void updatesStayPendingWhileNobodyListens() throws IOException {
		setWebhook(url());
		this.server.stop(0);
		this.sara.write("a");
		await().until(() -> this.bot.getMethod("getWebhookInfo").result().has("last_error_message"));
		assertThat(this.bot.getMethod("getWebhookInfo").result().path("pending_update_count").intValue()).isOne();
		this.server = HttpServer.create(this.server.getAddress(), 0);
		this.server.createContext("/", this::receive);
		this.server.start();
		await().until(() -> this.received.equals(List.of(1L)));
	}

	@Test
	void deletedWebhookReceivesNothing() {
		setWebhook(url());
		this.sara.write("a");
		await().until(() -> this.emulator.updates().pending() == 0);
		this.bot.call("deleteWebhook", "{}");
		this.sara.write("b");
		assertThat(this.bot.updateIds("")).containsExactly(2L);
		assertThat(this.received).containsExactly(1L);
	}

	@Test
	void otherMachinesAreNotReached() {
		setWebhook("https://bot.example.ir/hook");
		this.sara.write("a");
		assertThat(this.bot.getMethod("getWebhookInfo").result().path("last_error_message").stringValue())
			.contains("loopback");
		assertThat(this.emulator.updates().pending()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://bot.example.ir", "https://bot.example.ir:8443/", "http://127.0.0.1.example.ir/" })
	void otherMachinesRequireHttps(String url) {
		assertThat(this.bot.call("setWebhook", "{\"url\":\"" + url + "\"}").status()).isEqualTo(400);
	}

	@Test
	void deliveryContinuesAfterARestart() {
		setWebhook(url());
		this.emulator.close();
		this.sara.write("a");
		this.emulator.start();
		await().until(() -> this.received.equals(List.of(1L)));
	}

	@Test
	void webhookIsKeptInADataFolder(@TempDir Path folder) {
		BaleEmulator first = BaleEmulator.builder()
			.token(this.emulator.token())
			.quirks(Quirk.LOOPBACK_WEBHOOKS)
			.data(folder)
			.build();
		first.start();
		new TestBot(first).call("setWebhook", "{\"url\":\"" + url() + "\"}");
		first.close();
		BaleEmulator second = BaleEmulator.builder().token(this.emulator.token()).data(folder).build();
		second.start();
		second.person("Ali").write("a");
		await().until(() -> !this.received.isEmpty());
		second.close();
	}

	@Test
	void resetEndsTheDelivery() {
		setWebhook(url());
		this.emulator.reset();
		this.emulator.person("Ali").write("a");
		assertThat(this.bot.getMethod("getUpdates").result()).hasSize(1);
		assertThat(this.received).isEmpty();
	}

}
