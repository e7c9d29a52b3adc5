package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientBuilder;
import io.github.balethon.client.BaleServerException;
import io.github.balethon.client.BaleTooManyRequestsException;
import io.github.balethon.client.BaleTransportException;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.client.CallPriority;
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
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of calls that Bale does not take at once.
 */
@Timeout(60)
class CallsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final Person sara = this.emulator.person("Sara");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void pauseThatBaleAsksForIsMadeAndCounted() {
		client()
			.withConfiguration(
					AutoConfigurations.of(ObservationAutoConfiguration.class, MetricsAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class)
			.run((context) -> {
				this.emulator.fault("sendMessage", Fault.tooManyRequests(Duration.ofSeconds(1)).times(1));
				context.getBean(BlockingBaleClient.class).sendMessage(this.sara.id(), "hello");
				assertThat(texts()).containsExactly("hello");
				assertThat(this.emulator.calls("sendMessage")).hasSize(2);
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("bale.client.retry").tag("bale.method", "sendMessage").counter().count())
					.isOne();
				Awaitility.await()
					// Not there before the first call has ended.
					.ignoreException(MeterNotFoundException.class)
					.atMost(LONG)
					.ignoreException(MeterNotFoundException.class)
					.untilAsserted(
							() -> assertThat(registry.get("bale.client").tag("outcome", "success").timer().count())
								.isOne());
			});
	}

	@Test
	void waitForRateLimitingIsObservedApartFromTheCall() {
		Queue<String> events = new ConcurrentLinkedQueue<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {

			@Override
			public void onStart(Observation.Context context) {
				events.add("start " + context.getName());
			}

			@Override
			public void onStop(Observation.Context context) {
				events.add("stop " + context.getName());
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		client().withPropertyValues("bale.client.rate-limit.messages=1")
			.withBean(ObservationRegistry.class, () -> registry)
			.run((context) -> {
				BlockingBaleClient bale = context.getBean(BlockingBaleClient.class);
				bale.sendMessage(this.sara.id(), "one");
				this.emulator.fault("sendMessage", Fault.tooManyRequests(Duration.ofSeconds(1)).times(1));
				bale.sendMessage(this.sara.id(), "two");
				assertThat(texts()).containsExactly("one", "two");
				Awaitility.await()
					.atMost(LONG)
					.untilAsserted(() -> assertThat(events).filteredOn("stop bale.client"::equals).hasSize(2));
			});
		events.removeIf((event) -> !event.contains("bale.client"));
		assertThat(events).containsSubsequence("start bale.client", "start bale.client.limited",
				"stop bale.client.limited", "start bale.client", "stop bale.client");
	}

	@Test
	void pauseThatIsTooLongIsTheCallersAffair() {
		client().run((context) -> {
			this.emulator.fault("sendMessage", Fault.tooManyRequests(Duration.ofSeconds(61)).times(1));
			assertThatExceptionOfType(BaleTooManyRequestsException.class)
				.isThrownBy(() -> context.getBean(BlockingBaleClient.class).sendMessage(this.sara.id(), "hello"))
				.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(Duration.ofSeconds(61)));
			assertThat(this.emulator.calls("sendMessage")).hasSize(1);
		});
	}

	@Test
	void messageThatMayHaveArrivedIsNotSentAgain() {
		client().run((context) -> {
			BlockingBaleClient bale = context.getBean(BlockingBaleClient.class);
			this.emulator.fault("sendMessage", Fault.cutOff().times(1));
			assertThatExceptionOfType(BaleTransportException.class)
				.isThrownBy(() -> bale.sendMessage(this.sara.id(), "there"))
				.satisfies((ex) -> assertThat(ex.isSent()).isTrue());
			this.emulator.fault("sendMessage", Fault.htmlError(502).times(1));
			assertThatExceptionOfType(BaleServerException.class)
				.isThrownBy(() -> bale.sendMessage(this.sara.id(), "not there"));
			assertThat(texts()).containsExactly("there");
			assertThat(this.emulator.calls("sendMessage")).hasSize(2);
		});
	}

	@Test
	void editIsRepeatedUntilItIsAnswered() {
		client().run((context) -> {
			BlockingBaleClient bale = context.getBean(BlockingBaleClient.class);
			Message message = bale.sendMessage(this.sara.id(), "…");
			this.emulator.fault("editMessageText", Fault.cutOff().times(1));
			this.emulator.fault("editMessageText", Fault.htmlError(502).times(1));
			bale.editMessageText(message, "hello");
			assertThat(texts()).containsExactly("hello");
			assertThat(this.emulator.calls("editMessageText")).hasSize(3);
		});
	}

	@Test
	void whatWasNotSentArrivesOnceWhenTheNetworkIsBack() {
		client().run((context) -> {
			this.emulator.network(Network.REFUSED, Duration.ofMillis(700));
			CompletableFuture<Message> message = context.getBean(BaleClient.class)
				.sendMessage(this.sara.id(), "hello")
				.toFuture();
			assertThat(message).succeedsWithin(LONG);
			assertThat(texts()).containsExactly("hello");
		});
	}

	@Test
	void nothingIsRepeatedWhereThatIsSwitchedOff() {
		client().withPropertyValues("bale.client.retry.max-attempts=1").run((context) -> {
			this.emulator.network(Network.REFUSED);
			assertThatExceptionOfType(BaleTransportException.class)
				.isThrownBy(() -> context.getBean(BlockingBaleClient.class).getMe())
				.satisfies((ex) -> assertThat(ex.isSent()).isFalse());
		});
	}

	@Test
	void messagesAboveTheLimitWaitAndHoldNoThread() {
		client().withPropertyValues("bale.client.rate-limit.messages=3", "bale.client.rate-limit.period=1h")
			.run((context) -> {
				BaleClient bale = context.getBean(BaleClient.class);
				List<CompletableFuture<Message>> messages = new ArrayList<>();
				for (int i = 0; i < 1000; i++) {
					messages.add(bale.sendMessage(this.sara.id(), "hello")
						.contextWrite(CallPriority.INTERACTIVE::in)
						.toFuture());
				}
				this.emulator.awaitCalls("sendMessage", 3, LONG);
				// What is no message does not wait.
				assertThat(bale.blocking().getMe().id()).isPositive();
				bale.blocking().editMessageText(messages.get(0).get(), "edited");
				assertThat(this.emulator.calls("sendMessage")).hasSize(3);
				assertThat(messages).filteredOn(CompletableFuture::isDone).hasSize(3);
				messages.forEach((message) -> message.cancel(true));
			});
	}

	@Test
	void chatHasALimitOfItsOwn() {
		client().withPropertyValues("bale.client.rate-limit.chat-messages=2", "bale.client.rate-limit.chat-period=1h")
			.run((context) -> {
				BaleClient bale = context.getBean(BaleClient.class);
				Person ali = this.emulator.person("Ali");
				CompletableFuture<?> flood = Flux.range(0, 3)
					.concatMap((i) -> bale.sendMessage(this.sara.id(), "" + i))
					.then()
					.toFuture();
				this.emulator.awaitCalls("sendMessage", 2, LONG);
				bale.blocking().sendMessage(ali.id(), "hello");
				assertThat(texts()).containsExactly("0", "1");
				assertThat(flood).isNotDone();
				flood.cancel(true);
			});
	}

	@Test
	void answerOvertakesABroadcast() {
		Bots.on(this.emulator)
			.withBean(AnsweringBot.class)
			.withPropertyValues("bale.client.rate-limit.messages=20", "bale.client.rate-limit.period=1s")
			.run((context) -> {
				BaleClient bale = context.getBean(BaleClient.class);
				Person ali = this.emulator.person("Ali");
				CompletableFuture<?> broadcast = Flux.range(0, 60)
					.flatMap((i) -> bale.sendMessage(ali.id(), "news " + i), 60)
					.then()
					.toFuture();
				this.emulator.awaitCalls("sendMessage", 5, LONG);
				this.sara.write("/hello");
				assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("hello");
				assertThat(broadcast).succeedsWithin(LONG);
				List<String> sent = this.emulator.calls("sendMessage")
					.stream()
					.map((call) -> call.parameters().path("text").asString(""))
					.toList();
				assertThat(sent).hasSize(61);
				assertThat(sent.indexOf("hello")).isLessThan(40);
			});
	}

	@Test
	void proxyIsUsedForCallsPollAndFiles(@TempDir Path folder) throws IOException {
		// Not the emulator, which knows itself by the names of this machine only.
		DisposableServer bale = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> response.sendString(Mono.just(request.uri().startsWith("/file/") ? "content"
					: "{\"ok\":true,\"result\":{\"id\":7,\"is_bot\":true,\"first_name\":\"B\",\"file_id\":\"f\"}}")))
			.bindNow();
		try (Line proxy = Line.proxy(URI.create("http://127.0.0.1:" + bale.port()))) {
			client()
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
					assertThat(proxy.asked()).allSatisfy((head) -> assertThat(head).contains("Basic " + login))
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
	void addressesOfThisMachineNeedNoProxy() {
		client().withPropertyValues("bale.client.proxy.host=proxy.invalid")
			.run((context) -> assertThat(context.getBean(BlockingBaleClient.class).getMe().id()).isPositive());
	}

	@Test
	void filesCanHaveAnAddressOfTheirOwn(@TempDir Path folder) throws IOException {
		try (Line files = new Line(this.emulator.baseUrl())) {
			client().withPropertyValues("bale.file-base-url=" + files.address(), "bale.client.retry.max-attempts=1")
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

	private ApplicationContextRunner client() {
		return Bots.on(this.emulator);
	}

	private List<String> texts() {
		return this.sara.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	static class AnsweringBot {

		@BaleCommand
		String hello() {
			return "hello";
		}

	}

}
