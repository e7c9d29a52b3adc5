package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleClientObservation;
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
 * What a bot needs goes away, and comes back.
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
	void databaseThatIsRestartedLosesNothing(CapturedOutput output) throws Exception {
		EmbeddedPostgres postgres = postgres(0);
		int port = postgres.getPort();
		List<Person> people = people();
		onDatabase(postgres.getJdbcUrl("postgres", "postgres")).run((context) -> {
			LongPolling polling = context.getBean(LongPolling.class);
			write(people, 0, 20);
			awaitAnswers(people, 20);
			postgres.close();
			write(people, 20, 40);
			Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.PAUSED);
			assertThat(health(context)).isEqualTo(Status.DOWN);
			EmbeddedPostgres back = postgres(port);
			try {
				write(people, 40, 60);
				awaitAnswers(people, 60);
				assertThat(polling.state()).isEqualTo(PollingState.POLLING);
				assertThat(health(context)).isEqualTo(Status.UP);
				context.getSourceApplicationContext().close();
			}
			finally {
				back.close();
			}
		});
		people.forEach((person) -> assertThat(answers(person)).isEqualTo(texts(60)));
		assertThat(output.toString().split("Polling paused, the inbox is unavailable", -1)).hasSize(2);
		assertThat(output.toString().split("Polling resumed: the inbox is available", -1)).hasSize(2);
	}

	@Test
	void databaseThatIsGoneIsSeenAlsoWhileNobodyWrites() throws Exception {
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
	void answersOutlastAnOutage(CapturedOutput output) throws IOException {
		List<Person> people = people();
		AtomicInteger repeated = new AtomicInteger();
		try (Line line = new Line(this.emulator.baseUrl())) {
			onFile().withPropertyValues("bale.base-url=" + line.address())
				.withBean(ObservationRegistry.class, () -> counting(repeated))
				.run((context) -> {
					LongPolling polling = context.getBean(LongPolling.class);
					EchoBot bot = context.getBean(EchoBot.class);
					write(people, 0, 20);
					awaitAnswers(people, 20);
					assertThat(health(context)).isEqualTo(Status.UP);
					people.forEach((person) -> person.write(EchoBot.HELD));
					Awaitility.await().atMost(LONG).until(() -> bot.held.get() == people.size());
					line.cut();
					Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.BACKING_OFF);
					assertThat(health(context)).isEqualTo(Status.DOWN);
					bot.release.countDown();
					Awaitility.await().atMost(LONG).until(() -> repeated.get() >= people.size() * 2);
					write(people, 20, 40);
					line.mend();
					awaitAnswers(people, 40);
					assertThat(health(context)).isEqualTo(Status.UP);
					assertThat(context.getBean(DeadLetters.class).count()).isZero();
				});
		}
		people.forEach((person) -> assertThat(answers(person)).hasSize(41).doesNotHaveDuplicates());
		assertThat(output.toString().lines().filter((line) -> line.contains("io.github.balethon.source")))
			.satisfiesExactly((first) -> assertThat(first).contains("Connected to Bale, polling for updates"),
					(down) -> assertThat(down).contains("WARN", "getUpdates failed, retrying"),
					(up) -> assertThat(up).contains("INFO", "Polling resumed"));
		assertThat(output.toString().lines().filter(OutageTests::isTrouble)).hasSize(1);
	}

	// Reactor Netty has its own say about each connection that breaks.
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
	void callsThatAreCutOffAreMadeAgainWithTheirUpdates() throws IOException {
		List<Person> people = people();
		try (Line line = new Line(this.emulator.baseUrl())) {
			onFile()
				.withPropertyValues("bale.base-url=" + line.address(), "bale.dispatch.retry.max-attempts=100",
						"bale.dispatch.retry.initial-backoff=50ms", "bale.dispatch.retry.max-backoff=200ms")
				.run((context) -> {
					LongPolling polling = context.getBean(LongPolling.class);
					write(people, 0, 20);
					awaitAnswers(people, 5);
					line.cut();
					write(people, 20, 40);
					Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.BACKING_OFF);
					line.mend();
					write(people, 40, 60);
					awaitAnswers(people, 60);
				});
		}
		people.forEach((person) -> assertThat(List.copyOf(new LinkedHashSet<>(answers(person)))).isEqualTo(texts(60)));
	}

	@Test
	void lineThatWentDeadInSilenceIsLeft() throws IOException {
		List<Person> people = people();
		try (Line line = new Line(this.emulator.baseUrl())) {
			onFile().withPropertyValues("bale.base-url=" + line.address(), "bale.client.response-timeout=60s")
				.run((context) -> {
					LongPolling polling = context.getBean(LongPolling.class);
					Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.POLLING);
					line.goDead();
					// Within twice the time-out of the poll, with a second for a busy
					// machine,
					// and not only after a minute.
					Awaitility.await()
						.atMost(Duration.ofSeconds(2 * 2 + 1))
						.until(() -> polling.state() == PollingState.BACKING_OFF);
					line.mend();
					write(people, 0, 5);
					awaitAnswers(people, 5);
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

	private List<Person> people() {
		return IntStream.range(0, 5).mapToObj((number) -> this.emulator.person("P" + number)).toList();
	}

	private static void write(List<Person> people, int from, int to) {
		for (int i = from; i < to; i++) {
			String text = Integer.toString(i);
			people.forEach((person) -> person.write(text));
		}
	}

	private static void awaitAnswers(List<Person> people, int count) {
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(() -> assertThat(people)
				.allSatisfy((person) -> assertThat(answers(person)).containsAll(texts(count))));
	}

	private static List<String> texts(int count) {
		return IntStream.range(0, count).mapToObj(Integer::toString).toList();
	}

	private static List<String> answers(Person person) {
		return person.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	private static Status health(AssertableApplicationContext context) {
		return context.getBean(BaleHealthIndicator.class).health().getStatus();
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
