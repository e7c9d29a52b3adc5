package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.bot.BotLifecycle;
import io.github.balethon.emulator.ActiveFault;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Fault;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingStartException;
import io.github.balethon.source.PollingState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class LongPollingTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void coldStartSendsNoOffsetAndTakesTheBacklog() {
		Person sara = this.emulator.person("Sara");
		sara.write("one");
		sara.write("two");
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
			// Else the second request is the one at the stop, which only confirms.
			Awaitility.await().atMost(LONG).until(() -> this.emulator.calls("getUpdates").size() > 1);
		});
		List<Call> polls = this.emulator.calls("getUpdates");
		assertThat(polls.get(0).parameters().has("offset")).isFalse();
		assertThat(polls.get(0).parameters().get("timeout").asInt()).isZero();
		assertThat(polls.get(0).parameters().get("limit").asInt()).isEqualTo(100);
		assertThat(polls.get(1).parameters().get("offset").asLong()).isEqualTo(3);
		assertThat(polls.get(1).parameters().get("timeout").asInt()).isEqualTo(2);
	}

	@Test
	void stopConfirmsWhatWasHandledSoThatNothingComesTwice() {
		Person sara = this.emulator.person("Sara");
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			sara.write("one");
			sara.awaitReply(LONG);
		});
		assertThat(this.emulator.pendingUpdates()).isZero();
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			sara.write("two");
			sara.awaitReply(LONG);
		});
		assertThat(sara.chat()).extracting((message) -> message.text()).containsExactly("one", "one", "two", "two");
	}

	@Test
	void stopInTheMiddleOfAPollIsQuiet(CapturedOutput output) {
		for (int i = 0; i < 20; i++) {
			Person sara = this.emulator.person("Sara");
			Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
				sara.write("one");
				sara.awaitReply(LONG);
			});
		}
		assertThat(output).doesNotContain("ERROR").doesNotContain("WARN");
	}

	@Test
	void pollThatDoesNotGoOnIsTold(CapturedOutput output) {
		Person sara = this.emulator.person("Sara");
		Bots.on(this.emulator)
			.withBean(HeldBot.class)
			.withPropertyValues("bale.dispatch.max-in-flight=1", "bale.polling.timeout=1s",
					"bale.client.response-timeout=500ms", "bale.health.max-answer-age=1500ms")
			.run((context) -> {
				sara.write("one");
				Awaitility.await()
					.atMost(LONG)
					.untilAsserted(() -> assertThat(output).contains("Polling is blocked: no successful getUpdates"));
				// The place is there, so that an operator knows what to look at.
				assertThat(output).contains("MemoryInbox.awaitRoom");
				context.getBean(HeldBot.class).release.countDown();
				Awaitility.await()
					.atMost(LONG)
					.untilAsserted(() -> assertThat(output).contains("Polling resumed after it was blocked"));
			});
		assertThat(output.toString().split("Polling is blocked: no successful getUpdates", -1)).hasSize(2);
	}

	@Test
	void botCanBeStoppedAndStartedAgain() {
		Person sara = this.emulator.person("Sara");
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			sara.write("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			context.getSourceApplicationContext().stop();
			assertThat(context.getBean(LongPolling.class).state()).isEqualTo(PollingState.STOPPED);
			sara.write("two");
			context.getSourceApplicationContext().start();
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
		});
		assertThat(Thread.getAllStackTraces().keySet()).noneMatch((thread) -> thread.getName().equals("bale-poll"));
	}

	@Test
	void pollThreadIsNoDaemonSoThatAnApplicationThatOnlyPollsGoesOn() {
		Bots.on(this.emulator)
			.withBean(EchoBot.class)
			.run((context) -> assertThat(Thread.getAllStackTraces().keySet())
				.filteredOn((thread) -> thread.getName().equals("bale-poll"))
				.singleElement()
				.satisfies((thread) -> assertThat(thread.isDaemon()).isFalse()));
	}

	@Test
	void applicationWithoutHandlersDoesNotPoll(CapturedOutput output) {
		Bots.on(this.emulator).run((context) -> {
			assertThat(context.getBean(BotLifecycle.class).isRunning()).isTrue();
			assertThat(context.getBean(LongPolling.class).state()).isEqualTo(PollingState.STOPPED);
		});
		assertThat(output).contains("Update source is not started, as the application has no @BaleHandler method");
		assertThat(this.emulator.calls()).isEmpty();
	}

	@Test
	void transportNoneDoesNotPoll() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.transport=none")
			.withBean(EchoBot.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LongPolling.class));
		assertThat(this.emulator.calls()).isEmpty();
	}

	@Test
	void refusedTokenIsOneLogLineAndTriedAgain(CapturedOutput output) {
		this.emulator.refuseToken(true);
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			this.emulator.awaitCalls("getUpdates", 4, LONG);
			assertThat(context.getBean(LongPolling.class).state()).isEqualTo(PollingState.UNAUTHORIZED);
			this.emulator.refuseToken(false);
			Person sara = this.emulator.person("Sara");
			sara.write("back");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("back");
		});
		assertThat(output.toString().split("Bale rejected the token, no updates are received: check bale.token", -1))
			.hasSize(2);
		assertThat(output).contains("Polling resumed");
	}

	@Test
	void unreachableBaleDoesNotStopTheStartAndIsLeftAgainByItself(CapturedOutput output) {
		int port = this.emulator.baseUrl().getPort();
		this.emulator.close();
		try (BaleEmulator back = BaleEmulator.builder().port(port).token(this.emulator.token()).build()) {
			Bots.application()
				.withPropertyValues("bale.token=" + this.emulator.token(), "bale.base-url=http://127.0.0.1:" + port,
						"bale.polling.initial-backoff=20ms", "bale.polling.max-backoff=100ms",
						"bale.polling.timeout=2s")
				.withBean(EchoBot.class)
				.run((context) -> {
					assertThat(context).hasNotFailed();
					LongPolling polling = context.getBean(LongPolling.class);
					Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.BACKING_OFF);
					back.start();
					Person reza = back.person("Reza");
					reza.write("hello");
					assertThat(reza.awaitReply(LONG).text()).isEqualTo("hello");
					assertThat(polling.state()).isEqualTo(PollingState.POLLING);
				});
		}
		assertThat(output.toString().split("getUpdates failed, retrying with exponential backoff", -1)).hasSize(2);
		assertThat(output).contains("Polling resumed");
	}

	@Test
	void serverThatAcceptsAndSaysNothingIsLeft() throws IOException {
		try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Bots.application()
				.withPropertyValues("bale.token=1:test", "bale.base-url=http://127.0.0.1:" + hole.getLocalPort(),
						"bale.polling.timeout=1s", "bale.client.response-timeout=60s")
				.withBean(EchoBot.class)
				.run((context) -> Awaitility.await()
					.atMost(LONG)
					.until(() -> context.getBean(LongPolling.class).state() == PollingState.BACKING_OFF));
		}
	}

	@Test
	void webhookIsDeletedWithAWarningIfConfigured(CapturedOutput output) throws Exception {
		setWebhook("https://example.org/hook");
		Bots.on(this.emulator)
			.withPropertyValues("bale.polling.delete-webhook=true")
			.withBean(EchoBot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("one");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			});
		assertThat(output).contains("Deleted the webhook that received the updates of the bot")
			.doesNotContain("example.org");
	}

	@Test
	void webhookIsAConflictAndNotDeletedByDefault(CapturedOutput output) throws Exception {
		setWebhook("https://example.org/hook");
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			LongPolling polling = context.getBean(LongPolling.class);
			Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.CONFLICT);
			assertThat(polling.status().lastFailure()).contains("bale.polling.delete-webhook=true");
			this.emulator.awaitCalls("getWebhookInfo", 3, LONG);
			setWebhook("");
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			assertThat(polling.state()).isEqualTo(PollingState.POLLING);
		});
		assertThat(output.toString().split("A webhook receives the updates of the bot", -1)).hasSize(2);
		assertThat(output).contains("Polling resumed: the conflicting consumer is gone");
		assertThat(this.emulator.calls("deleteWebhook")).isEmpty();
	}

	@Test
	void anotherProcessThatAsksIsAConflictUntilItIsGone(CapturedOutput output) {
		this.emulator.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request", 4);
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
		});
		assertThat(output.toString().split("Another process receives the updates of the bot", -1)).hasSize(2);
	}

	@Test
	void whatWaitsIsDroppedOnlyOnDemandAndWithoutANegativeOffset(CapturedOutput output) {
		Person sara = this.emulator.person("Sara");
		for (int i = 0; i < 250; i++) {
			sara.write("old");
		}
		Bots.on(this.emulator)
			.withPropertyValues("bale.polling.drop-pending=true")
			.withBean(EchoBot.class)
			.run((context) -> {
				Awaitility.await().atMost(LONG).until(() -> this.emulator.pendingUpdates() == 0);
				sara.write("new");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("new");
			});
		assertThat(output).contains("250 pending updates were discarded");
		assertThat(sara.chat()).hasSize(252);
		assertThat(this.emulator.calls("getUpdates"))
			.allSatisfy((call) -> assertThat(call.parameters().path("offset").asLong(0)).isNotNegative());
	}

	@Test
	void startFailsWithoutBaleOnlyOnDemand() {
		this.emulator.refuseToken(true);
		ApplicationContextRunner failFast = Bots.on(this.emulator)
			.withPropertyValues("bale.polling.fail-fast=true")
			.withBean(EchoBot.class);
		failFast.run((context) -> {
			assertThat(context).hasFailed();
			Throwable failure = context.getStartupFailure().getCause();
			assertThat(failure).isInstanceOf(PollingStartException.class).hasMessageContaining("Token not found");
			assertThat(new PollingStartFailureAnalyzer().analyze(failure).getAction())
				.contains("'bale.polling.fail-fast'");
		});
		this.emulator.refuseToken(false);
		failFast.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void faultsOfTheServerDoNotEndTheLoop(CapturedOutput output) {
		this.emulator.fail("getUpdates", 500, "Internal Server Error", 3);
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			this.emulator.fail("getUpdates", 502, "Bad Gateway", 2);
			sara.write("two");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "0", "-9223372036854775808", "\"soon\"", "null" })
	void retryAfterThatNamesNoPauseIsABackoff(String retryAfter) {
		pollsAreNotASpin(Fault.answer(429, "application/json",
				"{\"ok\":false,\"error_code\":429,\"description\":\"bot limit exceed\",\"parameters\":{\"retry_after\":%s}}"
					.formatted(retryAfter)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "{}", "true" })
	void emptyAnswersThatComeAtOnceAreNotASpin(String result) {
		pollsAreNotASpin(Fault.answer(200, "application/json", "{\"ok\":true,\"result\":%s}".formatted(result)));
	}

	@Test
	void samePageAgainAndAgainIsNotASpin() {
		pollsAreNotASpin(
				Fault.answer(200, "application/json", "{\"ok\":true,\"result\":[{\"update_id\":1,\"message\":{}}]}"));
	}

	@Test
	void dropPendingEndsOnAServerThatIgnoresTheOffset() {
		ActiveFault fault = this.emulator.fault("getUpdates",
				Fault.answer(200, "application/json", "{\"ok\":true,\"result\":[{\"update_id\":0,\"message\":{}}]}"));
		Bots.on(this.emulator)
			.withPropertyValues("bale.polling.drop-pending=true")
			.withBean(EchoBot.class)
			.run((context) -> {
				Awaitility.await().atMost(LONG).until(() -> this.emulator.calls("getUpdates").size() > 6);
				List<Call> polls = this.emulator.calls("getUpdates");
				// The first page is dropped, and its offset is ignored at once.
				for (int i = 2; i < polls.size(); i++) {
					assertThat(polls.get(i).arrivedNanos() - polls.get(i - 1).arrivedNanos())
						.isGreaterThan(TimeUnit.MILLISECONDS.toNanos(15));
				}
				fault.remove();
				LongPolling polling = context.getBean(LongPolling.class);
				Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.POLLING);
				Person sara = this.emulator.person("Sara");
				sara.write("hello");
				assertThat(sara.awaitReply(LONG).text()).isNotNull();
			});
	}

	private void pollsAreNotASpin(Fault fault) {
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			sara.awaitReply(LONG);
			ActiveFault active = this.emulator.fault("getUpdates", fault);
			int before = this.emulator.calls("getUpdates").size();
			// The poll that waits now is answered well.
			sara.write("two");
			Awaitility.await().atMost(LONG).until(() -> this.emulator.calls("getUpdates").size() > before + 6);
			List<Call> polls = this.emulator.calls("getUpdates");
			for (int i = before + 2; i < polls.size(); i++) {
				assertThat(polls.get(i).arrivedNanos() - polls.get(i - 1).arrivedNanos())
					.isGreaterThan(TimeUnit.MILLISECONDS.toNanos(15));
			}
			active.remove();
			sara.write("three");
			Awaitility.await().atMost(LONG).until(() -> sara.chat().size() == 6);
		});
	}

	@Test
	void updatesThatCannotBeReadArePassedOver(CapturedOutput output) {
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			this.emulator.enqueue("{\"message\":\"no object\"}");
			this.emulator.enqueue("{\"something_new\":{\"a\":1}}");
			sara.write("two");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
			assertThat(context.getBean(MemoryInbox.class).undecodable()).isOne();
		});
		assertThat(output).contains("Update 2 cannot be parsed and becomes a dead letter").doesNotContain("no object");
	}

	@Test
	void updateWithoutAHandlerIsPassedOver() {
		Bots.on(this.emulator).withBean(EditsBot.class).run((context) -> {
			EditsBot bot = context.getBean(EditsBot.class);
			this.emulator.enqueue("{\"something_new\":{\"a\":1}}");
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			Awaitility.await().atMost(LONG).until(() -> bot.updates.size() == 2);
			// In any order, as they are in different lanes.
			assertThat(bot.updates).extracting(Update::message).containsOnlyOnce((Message) null);
		});
	}

	@Test
	void roomForUpdatesBoundsWhatIsAskedFor() {
		Person sara = this.emulator.person("Sara");
		for (int i = 0; i < 30; i++) {
			sara.write("" + i);
		}
		Bots.on(this.emulator)
			.withPropertyValues("bale.dispatch.max-in-flight=5")
			.withBean(EchoBot.class)
			.run((context) -> Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(sara.chat()).hasSize(60)));
		assertThat(this.emulator.calls("getUpdates"))
			.allSatisfy((call) -> assertThat(call.parameters().get("limit").asInt()).isBetween(1, 5));
	}

	private void setWebhook(String url) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.emulator.baseUrl() + "/bot" + this.emulator.token() + "/setWebhook"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"" + url + "\"}"))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
			.isEqualTo(200);
	}

	static class HeldBot {

		private final CountDownLatch release = new CountDownLatch(1);

		@BaleHandler
		void hold(String text) throws InterruptedException {
			this.release.await();
		}

	}

	static class EchoBot {

		@BaleHandler
		String echo(String text) {
			return text;
		}

	}

	static class EditsBot {

		private final Queue<Update> updates = new ConcurrentLinkedQueue<>();

		@BaleHandler
		void any(Update update) {
			this.updates.add(update);
		}

	}

}
