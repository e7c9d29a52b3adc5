package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientBuilder;
import io.github.balethon.client.BaleTransportException;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Fault;
import io.github.balethon.emulator.Network;
import io.github.balethon.emulator.Person;
import io.github.balethon.method.GetMe;
import io.github.balethon.method.InputFile;
import io.github.balethon.model.Message;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.MeterNotFoundException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Properties of the client, and the meters of its calls.
 */
@Timeout(60)
class ClientPropertiesTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	private final Person sara = this.emulator.person("Sara");

	@Test
	void retryAfterAPauseThatBaleRequestsIsCounted() {
		Bots.on(this.emulator)
			.withConfiguration(
					AutoConfigurations.of(ObservationAutoConfiguration.class, MetricsAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> {
				this.emulator.faults().inject("sendMessage", Fault.tooManyRequests(Duration.ofSeconds(1)).times(1));
				context.getBean(BlockingBaleClient.class).sendMessage(this.sara.id(), "hello");
				assertThat(texts()).containsExactly("hello");
				assertThat(this.emulator.calls().of("sendMessage")).hasSize(2);
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("bale.client.retry").tag("bale.method", "sendMessage").counter().count())
					.isOne();
				Awaitility.await()
					// Not there before the first call has ended.
					.ignoreException(MeterNotFoundException.class)
					.atMost(LONG)
					.untilAsserted(
							() -> assertThat(registry.get("bale.client").tag("outcome", "success").timer().count())
								.isOne());
			});
	}

	@Test
	void oneAttemptDisablesRetries() {
		Bots.on(this.emulator).withPropertyValues("bale.client.retry.max-attempts=1").run((context) -> {
			this.emulator.network(Network.REFUSED);
			assertThatExceptionOfType(BaleTransportException.class)
				.isThrownBy(() -> context.getBean(BlockingBaleClient.class).getMe())
				.satisfies((ex) -> assertThat(ex.isSent()).isFalse());
		});
	}

	@Test
	void rateLimitOfAChatApplies() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.client.rate-limit.chat-messages=2", "bale.client.rate-limit.chat-period=1h")
			.run((context) -> {
				BaleClient bale = context.getBean(BaleClient.class);
				Person ali = this.emulator.person("Ali");
				CompletableFuture<?> flood = Flux.range(0, 3)
					.concatMap((i) -> bale.sendMessage(this.sara.id(), "" + i))
					.then()
					.toFuture();
				this.emulator.calls().await("sendMessage", 2, LONG);
				bale.blocking().sendMessage(ali.id(), "hello");
				assertThat(texts()).containsExactly("0", "1");
				assertThat(flood).isNotDone();
				flood.cancel(true);
			});
	}

	@Test
	void proxyAppliesToCallsPollingAndFiles(@TempDir Path folder) throws IOException {
		// Not the emulator, which knows itself by the names of this machine only.
		DisposableServer bale = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> response.sendString(Mono.just(request.uri().startsWith("/file/") ? "content"
					: "{\"ok\":true,\"result\":{\"id\":7,\"is_bot\":true,\"first_name\":\"B\",\"file_id\":\"f\"}}")))
			.bindNow();
		try (Line proxy = Line.proxy(URI.create("http://127.0.0.1:" + bale.port()))) {
			Bots.on(this.emulator)
				.withPropertyValues("bale.base-url=http://bale.invalid", "bale.file-base-url=http://files.invalid",
						"bale.client.proxy.host=127.0.0.1", "bale.client.proxy.port=" + proxy.port(),
						"bale.client.proxy.username=me", "bale.client.proxy.password=word")
				.run((context) -> {
					BlockingBaleClient client = context.getBean(BlockingBaleClient.class);
					assertThat(client.getMe().id()).isEqualTo(7);
					assertThat(client.download("f", folder.resolve("x"))).hasContent("content");
					try (UpdatesClient poll = context.getBean(BaleClientBuilder.class)
						.buildUpdatesClient(Duration.ofSeconds(2))) {
						assertThat(poll.call(GetMe.of()).id()).isEqualTo(7);
					}
					String login = Base64.getEncoder().encodeToString("me:word".getBytes(StandardCharsets.US_ASCII));
					assertThat(proxy.requestHeads()).allSatisfy((head) -> assertThat(head).contains("Basic " + login))
						.extracting((head) -> head.substring(0, head.indexOf(" HTTP")))
						.containsExactly("CONNECT bale.invalid:80", "CONNECT files.invalid:80",
								"CONNECT bale.invalid:80");
				});
		}
		finally {
			bale.disposeNow();
		}
	}

	@Test
	void loopbackAddressesBypassTheProxy() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.client.proxy.host=proxy.invalid")
			.run((context) -> assertThat(context.getBean(BlockingBaleClient.class).getMe().id()).isPositive());
	}

	@Test
	void filesHaveABaseUrlOfTheirOwn(@TempDir Path folder) throws IOException {
		try (Line files = new Line(this.emulator.baseUrl())) {
			Bots.on(this.emulator)
				.withPropertyValues("bale.file-base-url=" + files.address(), "bale.client.retry.max-attempts=1")
				.run((context) -> {
					BlockingBaleClient bale = context.getBean(BlockingBaleClient.class);
					Message message = bale.sendDocument(this.sara.id(), InputFile.of(new byte[3], "x.bin"));
					String id = message.document().fileId();
					assertThat(bale.download(id, folder.resolve("x.bin"))).hasSize(3);
					files.cut();
					assertThatExceptionOfType(BaleTransportException.class)
						.isThrownBy(() -> bale.download(id, folder.resolve("y.bin")));
				});
		}
	}

	private List<String> texts() {
		return this.sara.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

}
