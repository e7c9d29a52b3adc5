package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BaleClientObservation;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Outages of the database and of the connection to Bale, and the health meanwhile. Runs
 * with the data source and the health of Spring Boot, as an application does.
 */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class OutageTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	@TempDir
	private Path folder;

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close(CapturedOutput output) {
		this.emulator.close();
		String token = this.emulator.token();
		assertThat(output).doesNotContain(token.substring(token.indexOf(':') + 1));
	}

	@Test
	void restartOfTheDatabaseLosesNoUpdate(CapturedOutput output) throws Exception {
		EmbeddedPostgres postgres = postgres(0);
		int port = postgres.getPort();
		List<Person> senders = senders();
		onDatabase(postgres.getJdbcUrl("postgres", "postgres")).run((context) -> {
			LongPolling polling = context.getBean(LongPolling.class);
			write(senders, 0, 20);
			awaitReplies(senders, 20);
			postgres.close();
			write(senders, 20, 40);
			Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.PAUSED);
			assertThat(health(context)).isEqualTo(Status.DOWN);
			EmbeddedPostgres back = postgres(port);
			try {
				write(senders, 40, 60);
				awaitReplies(senders, 60);
				assertThat(polling.state()).isEqualTo(PollingState.POLLING);
				assertThat(health(context)).isEqualTo(Status.UP);
				context.getSourceApplicationContext().close();
			}
			finally {
				back.close();
			}
		});
		senders.forEach((sender) -> assertThat(replies(sender)).isEqualTo(texts(60)));
		assertThat(output.toString().split("Polling paused, the inbox is unavailable", -1)).hasSize(2);
		assertThat(output.toString().split("Polling resumed: the inbox is available", -1)).hasSize(2);
	}

	@Test
	void conversationsContinueAfterARestartOfTheDatabase() throws Exception {
		EmbeddedPostgres postgres = postgres(0);
		int port = postgres.getPort();
		List<Person> senders = senders();
		onDatabase(postgres.getJdbcUrl("postgres", "postgres")).withBean(ListBot.class)
			// Fewer than senders, so that the database is needed to load conversations.
			.withPropertyValues("bale.conversation.max-in-memory=2")
			.run((context) -> {
				LongPolling polling = context.getBean(LongPolling.class);
				senders.forEach((sender) -> sender.write("/list"));
				awaitLists(senders, "[]");
				senders.forEach((sender) -> sender.write("a"));
				awaitLists(senders, "[a]");
				postgres.close();
				senders.forEach((sender) -> sender.write("b"));
				Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.PAUSED);
				assertThat(health(context)).isEqualTo(Status.DOWN);
				assertThat(context.getBean(BaleHealthIndicator.class).health().getDetails()).extracting("conversations")
					.asString()
					.contains("Database of the inbox failed");
				EmbeddedPostgres back = postgres(port);
				try {
					senders.forEach((sender) -> sender.write("c"));
					awaitLists(senders, "[a, b, c]");
					assertThat(health(context)).isEqualTo(Status.UP);
					assertThat(context.getBean(DeadLetters.class).count()).isZero();
					context.getSourceApplicationContext().close();
				}
				finally {
					back.close();
				}
			});
		senders.forEach((sender) -> assertThat(replies(sender)).containsExactly("[]", "[a]", "[a, b]", "[a, b, c]"));
	}

	private static void awaitLists(List<Person> senders, String list) {
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(
					() -> assertThat(senders).allSatisfy((sender) -> assertThat(replies(sender)).contains(list)));
	}

	@Test
	void outageOfTheDatabaseIsDetectedWithoutUpdates() throws Exception {
		EmbeddedPostgres postgres = postgres(0);
		int port = postgres.getPort();
		onDatabase(postgres.getJdbcUrl("postgres", "postgres"))
			.withPropertyValues("bale.polling.timeout=60s", "bale.inbox.takeover-after=500ms")
			.run((context) -> {
				LongPolling polling = context.getBean(LongPolling.class);
				Awaitility.await().atMost(LONG).until(() -> health(context) == Status.UP);
				postgres.close();
				Awaitility.await().atMost(LONG).until(() -> health(context) == Status.DOWN);
				assertThat(polling.state()).isEqualTo(PollingState.POLLING);
				assertThat(context.getBean(BaleHealthIndicator.class).health().getDetails()).extracting("reason")
					.asString()
					.contains("Database of the inbox failed");
				EmbeddedPostgres back = postgres(port);
				try {
					Awaitility.await().atMost(LONG).until(() -> health(context) == Status.UP);
					context.getSourceApplicationContext().close();
				}
				finally {
					back.close();
				}
			});
	}

	private EmbeddedPostgres postgres(int port) throws IOException {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(this.folder.resolve("postgres"))
			.setCleanDataDirectory(false);
		return ((port > 0) ? builder.setPort(port) : builder).start();
	}

	@Test
	void repliesAreSentAfterAnOutage(CapturedOutput output) throws IOException {
		List<Person> senders = senders();
		AtomicInteger repeated = new AtomicInteger();
		try (Line line = new Line(this.emulator.baseUrl())) {
			onFile().withPropertyValues("bale.base-url=" + line.address())
				.withBean(ObservationRegistry.class, () -> counting(repeated))
				.run((context) -> {
					LongPolling polling = context.getBean(LongPolling.class);
					EchoBot bot = context.getBean(EchoBot.class);
					write(senders, 0, 20);
					awaitReplies(senders, 20);
					assertThat(health(context)).isEqualTo(Status.UP);
					senders.forEach((sender) -> sender.write(EchoBot.HELD));
					Awaitility.await().atMost(LONG).until(() -> bot.held.get() == senders.size());
					line.cut();
					Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.BACKING_OFF);
					assertThat(health(context)).isEqualTo(Status.DOWN);
					bot.release.countDown();
					Awaitility.await().atMost(LONG).until(() -> repeated.get() >= senders.size() * 2);
					write(senders, 20, 40);
					line.mend();
					awaitReplies(senders, 40);
					assertThat(health(context)).isEqualTo(Status.UP);
					assertThat(context.getBean(DeadLetters.class).count()).isZero();
				});
		}
		senders.forEach((sender) -> assertThat(replies(sender)).hasSize(41).doesNotHaveDuplicates());
		// Boot abbreviates the name of a long logger, which depends on the tests before.
		assertThat(output.toString().lines().filter((line) -> line.contains("balethon.source."))).satisfiesExactly(
				(first) -> assertThat(first).contains("Connected to Bale, polling for updates"),
				(down) -> assertThat(down).contains("WARN", "getUpdates failed, retrying"),
				(up) -> assertThat(up).contains("INFO", "Polling resumed"));
		assertThat(output.toString().lines().filter(OutageTests::isTrouble)).hasSize(1);
	}

	// Reactor Netty logs each broken connection itself.
	private static boolean isTrouble(String line) {
		return (line.contains(" WARN ") || line.contains(" ERROR ")) && !line.contains("r.netty.http.client");
	}

	private static ObservationRegistry counting(AtomicInteger repeated) {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onEvent(Observation.Event event, Observation.Context context) {
				if (event == BaleClientObservation.Events.RETRY) {
					repeated.incrementAndGet();
				}
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		return observations;
	}

	@Test
	void updatesOfDisconnectedCallsAreRetried() throws IOException {
		List<Person> senders = senders();
		try (Line line = new Line(this.emulator.baseUrl())) {
			onFile()
				.withPropertyValues("bale.base-url=" + line.address(), "bale.dispatch.retry.max-attempts=100",
						"bale.dispatch.retry.initial-backoff=50ms", "bale.dispatch.retry.max-backoff=200ms")
				.run((context) -> {
					LongPolling polling = context.getBean(LongPolling.class);
					write(senders, 0, 20);
					awaitReplies(senders, 5);
					line.cut();
					write(senders, 20, 40);
					Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.BACKING_OFF);
					line.mend();
					write(senders, 40, 60);
					awaitReplies(senders, 60);
				});
		}
		senders.forEach((sender) -> assertThat(List.copyOf(new LinkedHashSet<>(replies(sender)))).isEqualTo(texts(60)));
	}

	@Test
	void stalledConnectionTimesOut() throws IOException {
		List<Person> senders = senders();
		try (Line line = new Line(this.emulator.baseUrl())) {
			onFile().withPropertyValues("bale.base-url=" + line.address(), "bale.client.response-timeout=60s")
				.run((context) -> {
					LongPolling polling = context.getBean(LongPolling.class);
					Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.POLLING);
					line.stall();
					// Far below the response timeout.
					Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.BACKING_OFF);
					line.mend();
					write(senders, 0, 5);
					awaitReplies(senders, 5);
				});
		}
	}

	private ApplicationContextRunner onFile() {
		return onDatabase("jdbc:h2:async:" + this.folder.resolve("bot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
	}

	private ApplicationContextRunner onDatabase(String url) {
		return Bots.on(this.emulator)
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					BaleHealthContributorAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + url, "spring.datasource.hikari.connection-timeout=500",
					"bale.inbox.initialize-schema=always")
			.withBean(EchoBot.class);
	}

	private List<Person> senders() {
		return IntStream.range(0, 5).mapToObj((number) -> this.emulator.person("S" + number)).toList();
	}

	private static void write(List<Person> senders, int from, int to) {
		for (int i = from; i < to; i++) {
			String text = Integer.toString(i);
			senders.forEach((sender) -> sender.write(text));
		}
	}

	private static void awaitReplies(List<Person> senders, int count) {
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(() -> assertThat(senders)
				.allSatisfy((sender) -> assertThat(replies(sender)).containsAll(texts(count))));
	}

	private static List<String> texts(int count) {
		return IntStream.range(0, count).mapToObj(Integer::toString).toList();
	}

	private static List<String> replies(Person sender) {
		return sender.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	private static Status health(AssertableApplicationContext context) {
		return context.getBean(BaleHealthIndicator.class).health().getStatus();
	}

	static class ListBot {

		@BaleCommand
		String list(Conversation<List<String>> conversation) {
			conversation.moveTo("items", List.of());
			return "[]";
		}

		@BaleText(state = "items")
		String item(String text, Conversation<List<String>> conversation) {
			List<String> items = new ArrayList<>(conversation.data());
			items.add(text);
			conversation.data(items);
			return items.toString();
		}

	}

	static class EchoBot {

		static final String HELD = "held";

		private final AtomicInteger held = new AtomicInteger();

		private final CountDownLatch release = new CountDownLatch(1);

		@BaleHandler
		String echo(String text) throws InterruptedException {
			if (text.equals(HELD)) {
				this.held.incrementAndGet();
				this.release.await();
			}
			return text;
		}

	}

}
