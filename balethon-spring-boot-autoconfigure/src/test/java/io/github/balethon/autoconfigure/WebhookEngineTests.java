package io.github.balethon.autoconfigure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.emulator.Quirk;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxStatus;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.method.GetWebhookInfo;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceStatus.State;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.actuate.web.exchanges.InMemoryHttpExchangeRepository;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A webhook on each web server, with the deliveries of the emulator and the requests of
 * strangers.
 */
@Timeout(120)
@ParameterizedClass
@EnumSource(WebEngine.class)
@ExtendWith(OutputCaptureExtension.class)
class WebhookEngineTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final BaleEmulator emulator = BaleEmulator.builder().quirks(Quirk.LOOPBACK_WEBHOOKS).build();

	private final WebEngine engine;

	private Person sara;

	private ConfigurableApplicationContext context;

	private URI webhook;

	WebhookEngineTests(WebEngine engine) {
		this.engine = engine;
	}

	@BeforeEach
	void start() {
		this.emulator.start();
		this.sara = this.emulator.person("Sara");
	}

	@AfterEach
	void close() {
		if (this.context != null) {
			this.context.close();
		}
		this.emulator.close();
	}

	private void run(String... properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "bale.token=" + this.emulator.token(),
				"bale.base-url=" + this.emulator.baseUrl(), "bale.username=my_bot", "bale.transport=webhook",
				"bale.webhook.loopback=true", "bale.polling.initial-backoff=20ms", "spring.main.banner-mode=off",
				"spring.reactor.netty.shutdown-quiet-period=0s", this.engine.exclusions()));
		all.addAll(List.of(properties));
		this.context = new SpringApplicationBuilder(WebhookApplication.class).web(this.engine.type())
			.properties(all.toArray(String[]::new))
			.run();
		UpdateSource source = this.context.getBean(UpdateSource.class);
		await().until(() -> source.status().state() == State.RECEIVING);
		this.webhook = URI.create(this.context.getBean(BlockingBaleClient.class).execute(GetWebhookInfo.of()).url());
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(5));
	}

	private String key() {
		String path = this.webhook.getPath();
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.webhook.resolve(path)).timeout(LONG);
	}

	private int send(HttpRequest.Builder request) throws Exception {
		HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
		assertThat(response.body()).isEmpty();
		return response.statusCode();
	}

	private HttpRequest.Builder post(String body) {
		return request(this.webhook.getPath()).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body));
	}

	private static String update(long id, long sender, String text) {
		return """
				{"update_id":%d,"message":{"message_id":%d,"date":1,"text":"%s","from":{"id":%d,"first_name":"x"},\
				"chat":{"id":%d,"type":"private"}}}""".formatted(id, id, text, sender, sender);
	}

	private static List<String> repliesTo(Person person) {
		return person.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	private double responses(String response) {
		return this.context.getBean(MeterRegistry.class)
			.get("bale.webhook.requests")
			.tag("response", response)
			.functionCounter()
			.count();
	}

	@Test
	void updatesAreHandledInOrderAndTheirKeyIsMasked(CapturedOutput output) throws Exception {
		this.sara.write("before");
		run();
		IntStream.range(0, 30).forEach((i) -> this.sara.write("m" + i));
		await().until(() -> repliesTo(this.sara).size() == 31);
		assertThat(repliesTo(this.sara).subList(1, 31))
			.isEqualTo(IntStream.range(0, 30).mapToObj((i) -> "m" + i).toList());
		await().until(() -> this.emulator.updates().pending() == 0);
		send(request("/bale/webhook/" + key() + "x").GET());
		await().untilAsserted(
				() -> assertThat(this.context.getBean(MeterRegistry.class).find("http.server.requests").timers())
					.extracting((timer) -> timer.getId().getTag("uri"))
					.containsOnly("/bale/webhook/**"));
		assertThat(this.context.getBean(WebhookApplication.Observations.class).values()).isNotEmpty()
			.noneMatch((value) -> value.contains(key()));
		assertThat(this.context.getBean(InMemoryHttpExchangeRepository.class).findAll()).isNotEmpty()
			.allSatisfy((exchange) -> assertThat(exchange.getRequest().getUri()).asString()
				.contains("/bale/webhook/")
				.doesNotContain(key()));
		assertThat(output).contains("/bale/webhook/****").doesNotContain(key());
		assertThat(this.context.getBean(UpdateSource.class).status().lastContactAge()).isLessThan(LONG);
	}

	@Test
	void strangersAreRefusedAndCounted(CapturedOutput output) throws Exception {
		run("bale.webhook.secret=0123456789-abcdef", "logging.level.root=info");
		int logged = output.getAll().length();
		String right = this.webhook.getPath() + "?secret=0123456789-abcdef";
		String update = update(7, this.sara.id(), "hello");
		assertThat(this.webhook.getQuery()).isEqualTo("secret=0123456789-abcdef");
		for (String path : List.of("/bale/webhook", "/bale/webhook/", "/bale/webhook/x", "/bale/webhook/x/y",
				this.webhook.getPath(), this.webhook.getPath() + "?secret=wrong", this.webhook.getPath() + "?secret",
				this.webhook.getPath() + "/?secret=0123456789-abcdef")) {
			assertThat(send(request(path).POST(BodyPublishers.ofString(update)))).as(path).isEqualTo(404);
		}
		assertThat(send(request(right).GET())).isEqualTo(405);
		assertThat(send(request(right).header("Content-Type", "multipart/form-data; boundary=x")
			.POST(BodyPublishers.ofString("--x--")))).isEqualTo(415);
		for (String body : List.of("", "[]", "{", "{\"update_id\":7", "x", "null", update.substring(1))) {
			assertThat(
					send(request(right).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body))))
				.as(body)
				.isEqualTo(400);
		}
		assertThat(raw("POST " + right + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n"))
			.startsWith("HTTP/1.1 413");
		byte[] huge = new byte[1024 * 1024 + 1];
		assertThat(sentChunked(right, huge)).isIn(413, 0);
		assertThat(raw("POST /bale/webhook/x HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}")).contains(" 404");
		List<CompletableFuture<HttpResponse<Void>>> crowd = IntStream.range(0, 200)
			.mapToObj((i) -> this.http.sendAsync(
					request("/bale/webhook/" + i).POST(BodyPublishers.ofString(update)).build(),
					BodyHandlers.discarding()))
			.toList();
		assertThat(crowd).allSatisfy((response) -> assertThat(response.join().statusCode()).isEqualTo(404));
		assertThat(responses("not_found")).isEqualTo(8 + 1 + 200);
		assertThat(responses("method_not_allowed")).isOne();
		assertThat(responses("unsupported_media_type")).isOne();
		assertThat(responses("bad_request")).isEqualTo(7);
		assertThat(responses("content_too_large")).isEqualTo(2);
		assertThat(responses("accepted")).isZero();
		assertThat(output.getAll().substring(logged)).isEmpty();
		// As a proxy of nginx sends it by default.
		String old = "POST " + right + " HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: "
				+ update.length() + "\r\n\r\n" + update;
		assertThat(raw(old)).contains(" 200");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("hello");
	}

	// The server may reset the connection instead of reading the rest.
	private int sentChunked(String path, byte[] body) throws InterruptedException {
		try {
			return this.http
				.send(request(path).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))).build(),
						BodyHandlers.discarding())
				.statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private String raw(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.webhook.getPort())) {
			socket.setSoTimeout((int) LONG.toMillis());
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			return statusLine(socket.getInputStream());
		}
	}

	private static String statusLine(InputStream input) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int c = input.read(); c >= 0 && c != '\r'; c = input.read()) {
			line.append((char) c);
		}
		return line.toString();
	}

	@Test
	void slowBodiesHoldNoThreadAndAreRefused(CapturedOutput output) throws Exception {
		run("server.tomcat.threads.max=4", "server.jetty.threads.max=12");
		List<Socket> slow = new ArrayList<>();
		try {
			for (int i = 0; i < 30; i++) {
				Socket socket = new Socket("127.0.0.1", this.webhook.getPort());
				slow.add(socket);
				socket.getOutputStream()
					.write(("POST " + this.webhook.getPath() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
						.getBytes(StandardCharsets.UTF_8));
			}
			this.sara.write("hello");
			assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("hello");
			int logged = output.getAll().length();
			for (Socket socket : slow) {
				socket.setSoTimeout((int) LONG.toMillis());
				assertThat(statusLine(socket.getInputStream())).startsWith("HTTP/1.1 408");
			}
			assertThat(responses("request_timeout")).isEqualTo(slow.size());
			assertThat(output.getAll().substring(logged)).isEmpty();
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
	}

	@Test
	void duplicatesDisorderAndUnreadableUpdatesAreAccepted() throws Exception {
		run();
		long id = this.sara.id();
		List<CompletableFuture<HttpResponse<Void>>> all = new ArrayList<>();
		for (int i = 60; i > 0; i--) {
			for (int times = 0; times < 2; times++) {
				all.add(this.http.sendAsync(post(update(i, id, "m" + i)).build(), BodyHandlers.discarding()));
			}
		}
		assertThat(all).allSatisfy((response) -> assertThat(response.join().statusCode()).isEqualTo(200));
		assertThat(send(post("{\"update_id\":99,\"message\":[]}"))).isEqualTo(200);
		assertThat(send(post("{\"update_id\":99,\"message\":[]}"))).isEqualTo(200);
		await().until(() -> repliesTo(this.sara).size() == 60);
		assertThat(repliesTo(this.sara)).doesNotHaveDuplicates();
		InboxStatus inbox = this.context.getBean(InboxStatus.class);
		assertThat(inbox.duplicates()).isEqualTo(61);
		assertThat(inbox.undecodable() + this.context.getBean(MeterRegistry.class)
			.get("bale.updates.finished")
			.tag("result", "unmatched")
			.functionCounter()
			.count()).isOne();
	}

	@Test
	void fullMemoryIsAnsweredWith503UntilThereIsRoom() throws Exception {
		run("bale.dispatch.max-in-flight=1", "bale.webhook.timeout=100ms");
		WebhookApplication.EchoBot bot = this.context.getBean(WebhookApplication.EchoBot.class);
		bot.blocked = new CountDownLatch(1);
		assertThat(send(post(update(1, this.sara.id(), "block")))).isEqualTo(200);
		assertThat(send(post(update(2, this.sara.id(), "next")))).isEqualTo(503);
		bot.blocked.countDown();
		await().until(() -> send(post(update(2, this.sara.id(), "next"))) == 200);
		await().until(() -> repliesTo(this.sara).equals(List.of("block", "next")));
		assertThat(responses("unavailable")).isPositive();
	}

	@Test
	void updatesDuringAShutdownAreRejectedInMemory() throws Exception {
		run();
		assertThat(statusWhileShuttingDown()).isEqualTo(503);
	}

	@Test
	void updatesDuringAShutdownAreStoredInTheDatabase(@TempDir Path folder) throws Exception {
		String url = "spring.datasource.url=jdbc:h2:async:" + folder.resolve("bot")
				+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
		run(url, "bale.inbox.initialize-schema=always");
		assertThat(statusWhileShuttingDown()).isEqualTo(200);
		assertThat(repliesTo(this.sara)).containsExactly("block");
		run(url, "bale.inbox.initialize-schema=always");
		await().until(() -> repliesTo(this.sara).equals(List.of("block", "late")));
		assertThat(this.context.getBean(DeadLetters.class).count()).isZero();
	}

	@Test
	void switchingBetweenPollingAndAWebhookLosesNothing(@TempDir Path folder) {
		String url = "spring.datasource.url=jdbc:h2:async:" + folder.resolve("bot")
				+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
		String schema = "bale.inbox.initialize-schema=always";
		run(url, schema, "bale.transport=long-polling");
		write(0, 10);
		this.context.close();
		write(10, 20);
		run(url, schema);
		write(20, 30);
		this.context.close();
		write(30, 40);
		run(url, schema, "bale.transport=long-polling", "bale.polling.delete-webhook=true");
		write(40, 50);
		await().until(() -> repliesTo(this.sara).size() >= 50);
		assertThat(repliesTo(this.sara)).isEqualTo(IntStream.range(0, 50).mapToObj((i) -> "m" + i).toList());
		assertThat(this.context.getBean(DeadLetters.class).count()).isZero();
	}

	private void write(int first, int last) {
		IntStream.range(first, last).forEach((i) -> this.sara.write("m" + i));
	}

	private int statusWhileShuttingDown() throws Exception {
		WebhookApplication.EchoBot bot = this.context.getBean(WebhookApplication.EchoBot.class);
		Inbox inbox = this.context.getBean(Inbox.class);
		UpdateSource source = this.context.getBean(UpdateSource.class);
		bot.blocked = new CountDownLatch(1);
		assertThat(send(post(update(1, this.sara.id(), "block")))).isEqualTo(200);
		bot.entered.await();
		CompletableFuture<Void> closing = CompletableFuture.runAsync(this.context::close);
		await().until(() -> source.status().state() == State.STOPPED && isSuspended(inbox));
		int status = send(post(update(2, this.sara.id(), "late")));
		bot.blocked.countDown();
		closing.join();
		return status;
	}

	// An inbox in memory accepts nothing more, without a change that can be seen.
	private boolean isSuspended(Inbox inbox) throws Exception {
		return (inbox instanceof MemoryInbox) ? send(post("{}")) == 503 : !inbox.isActive();
	}

}
