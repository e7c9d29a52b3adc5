package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.UpdateOutcome;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.UpdateRefusedException;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.model.Contact;
import io.github.balethon.model.Content;
import io.github.balethon.model.User;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.json.JsonAssert;
import org.springframework.test.json.JsonCompareMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Explanations of updates by the Actuator endpoint, compared with
 * {@code src/test/resources/explain}. Times are replaced.
 */
@Timeout(60)
class ExplainTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String SECRET = "private words";

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator("987654321:explain");

	private final BaleEmulator emulator = this.running.emulator();

	private final AtomicInteger evaluated = new AtomicInteger();

	private Person sara;

	@BeforeEach
	void create() {
		this.sara = this.emulator.person("Sara");
	}

	@Test
	void handledUpdate() {
		bot().run((context) -> {
			append(context, message(1, "/start"));
			assertExplained(context, 1, "handled");
		});
	}

	@Test
	void unmatchedUpdate() {
		bot().run((context) -> {
			append(context, message(2, SECRET));
			assertExplained(context, 2, "unmatched");
		});
	}

	@Test
	void failedUpdate() {
		bot().run((context) -> {
			append(context, message(3, "/fail"));
			assertExplained(context, 3, "failed");
		});
	}

	@Test
	void retriedUpdate() {
		bot()
			.withPropertyValues("bale.dispatch.retry.max-attempts=2", "bale.dispatch.retry.initial-backoff=1ms",
					"bale.dispatch.retry.max-backoff=1ms")
			.run((context) -> {
				append(context, message(4, "/fail"));
				assertExplained(context, 4, "retried");
			});
	}

	@Test
	void duplicate() {
		bot().run((context) -> {
			String update = message(5, "/start");
			append(context, update);
			append(context, update);
			assertExplained(context, 5, "duplicate");
		});
	}

	@Test
	void updateThatIsTooOld() {
		bot().withPropertyValues("bale.dispatch.max-age=1m").run((context) -> {
			append(context, message(6, "/start", Instant.now().minusSeconds(600)));
			assertExplained(context, 6, "too-old");
		});
	}

	@Test
	void rateLimitedUpdate() {
		bot().withPropertyValues("bale.access.rate-limit.updates=1", "bale.access.rate-limit.period=1h")
			.run((context) -> {
				append(context, message(7, "/start"));
				append(context, message(8, "/start"));
				assertThat(explain(context, 7).outcome()).isEqualTo(UpdateOutcome.HANDLED);
				assertExplained(context, 8, "rate-limited");
			});
	}

	@Test
	void refusedUpdate() {
		bot().run((context) -> {
			append(context, message(9, "/refuse"));
			assertExplained(context, 9, "refused");
		});
	}

	@Test
	void callThatBaleRefuses() {
		bot().run((context) -> {
			this.emulator.faults().fail("sendMessage", 403, "permission_denied", 1);
			append(context, message(10, "/start"));
			assertExplained(context, 10, "refused-call");
		});
	}

	@Test
	void updateInProgressAndUpdateThatWaits() {
		bot().run((context) -> {
			Bot bot = context.getBean(Bot.class);
			context.getBean(Inbox.class).append(List.of(received(message(11, "/wait"))));
			bot.begun.await();
			context.getBean(Inbox.class).append(List.of(received(message(12, "/start"))));
			assertThat(explain(context, 11).outcome()).isEqualTo(UpdateOutcome.IN_PROGRESS);
			assertThat(explain(context, 12).outcome()).isEqualTo(UpdateOutcome.WAITING);
			bot.end.countDown();
			awaitIdle(context);
			assertThat(explain(context, 11).outcome()).isEqualTo(UpdateOutcome.HANDLED);
			assertThat(explain(context, 12).outcome()).isEqualTo(UpdateOutcome.HANDLED);
		});
	}

	@Test
	void conditionsOfTheApplicationAreEvaluatedOnce() {
		bot().run((context) -> {
			append(context, message(13, SECRET));
			explain(context, 13);
			explain(context, 13);
			assertThat(this.evaluated).hasValue(1);
		});
	}

	@Test
	void contentIsShownOnRequest() throws IOException {
		bot().withPropertyValues("bale.actuator.show-content=true").run((context) -> {
			append(context, message(14, "/fail"));
			append(context, message(15, "/start"));
			UpdateDescriptor failed = explain(context, 14);
			assertThat(failed.content()).contains("\"/fail\"");
			assertThat(failed.attempts().get(0).failure()).isEqualTo("java.lang.IllegalStateException: " + SECRET);
			assertThat(explain(context, 15).attempts().get(0).calls().get(0).parameters()).containsEntry("text",
					"Hello");
		});
	}

	@Test
	void onlyTheNewestUpdatesAreRecorded() {
		bot().withPropertyValues("bale.actuator.recorded-updates=2").run((context) -> {
			for (int id = 1; id <= 3; id++) {
				append(context, message(id, "/start"));
			}
			assertThat(explain(context, 1)).isNull();
			assertThat(explain(context, 2)).isNotNull();
			assertThat(explain(context, 3)).isNotNull();
		});
		bot().withPropertyValues("bale.actuator.recorded-updates=0").run((context) -> {
			append(context, message(1, "/start"));
			assertThat(explain(context, 1)).isNull();
		});
	}

	@Test
	void inboxInTheDatabaseExplainsOlderUpdates() {
		bot().withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(), "bale.inbox.store=jdbc",
					"bale.actuator.recorded-updates=0")
			.run((context) -> {
				Inbox inbox = context.getBean(Inbox.class);
				Awaitility.await().atMost(LONG).until(inbox::isActive);
				append(context, message(16, "/fail"));
				append(context, message(17, "/start"));
				Awaitility.await().atMost(LONG).until(() -> inbox.unfinished() == 0);
				assertExplained(context, 16, "stored-dead-letter");
				assertThat(explain(context, 17).outcome()).isEqualTo(UpdateOutcome.FINISHED);
			});
	}

	private ApplicationContextRunner bot() {
		return Bots.on(this.emulator)
			.withConfiguration(AutoConfigurations.of(BaleEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoints.web.exposure.include=bale")
			.withBean(Bot.class)
			.withBean("short", BaleCondition.class, () -> (update) -> {
				this.evaluated.incrementAndGet();
				String text = update.text();
				return text != null && text.length() < 5;
			});
	}

	private void append(ApplicationContext context, String update) {
		context.getBean(Inbox.class).append(List.of(received(update)));
		awaitIdle(context);
	}

	private static ReceivedUpdate received(String update) {
		return new UpdateDecoder().decode(update.getBytes(StandardCharsets.UTF_8));
	}

	private static void awaitIdle(ApplicationContext context) {
		Dispatcher dispatcher = context.getBean(Dispatcher.class);
		Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(LONG).until(() -> dispatcher.inFlight() == 0);
	}

	private static UpdateDescriptor explain(ApplicationContext context, long id) {
		return context.getBean(BaleEndpoint.class).explain("updates", id);
	}

	private static void assertExplained(ApplicationContext context, long id, String golden) throws IOException {
		String json = JSON.writeValueAsString(explain(context, id))
			.replaceAll("(At\" : )\"[^\"]+\"", "$1\"…\"")
			.replaceAll("(At\" : \\[ )\"[^\"]+\"", "$1\"…\"")
			.replaceAll("(Millis\" : )\\d+", "$10");
		assertThat(json).doesNotContain(SECRET);
		JsonAssert.comparator(JsonCompareMode.STRICT)
			.assertIsMatch(
					new ClassPathResource("explain/" + golden + ".json").getContentAsString(StandardCharsets.UTF_8),
					json);
	}

	private String message(long id, String text) {
		return message(id, text, Instant.now());
	}

	private String message(long id, String text, Instant date) {
		return """
				{"update_id":%1$d,"message":{"message_id":%1$d,"date":%2$d,"text":"%3$s",
				"from":{"id":%4$d,"first_name":"Sara"},"chat":{"id":%4$d,"type":"private"}}}""".formatted(id,
				date.getEpochSecond(), text, this.sara.id());
	}

	static class Bot {

		private final CountDownLatch begun = new CountDownLatch(1);

		private final CountDownLatch end = new CountDownLatch(1);

		@BaleCommand
		String start() {
			return "Hello";
		}

		@BaleCommand
		String fail() {
			throw new IllegalStateException(SECRET);
		}

		@BaleCommand
		String refuse() {
			throw new UpdateRefusedException("closed");
		}

		@BaleCommand("wait")
		void await() throws InterruptedException {
			this.begun.countDown();
			this.end.await();
		}

		@BaleText(regex = "^\\d+$")
		String number() {
			return "number";
		}

		@BaleText(when = "short")
		String shortText() {
			return "short";
		}

		@BaleHandler(content = Content.PHOTO)
		void photo() {
		}

		@BaleHandler
		void contact(Contact contact) {
		}

		@BaleHandler(sender = "1")
		void administrator(User from) {
		}

		@BaleCallback("buy")
		void buy() {
		}

	}

}
