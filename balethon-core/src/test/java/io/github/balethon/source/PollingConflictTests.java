package io.github.balethon.source;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.testsupport.EchoBot;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long polling while a webhook or another process receives the updates.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class PollingConflictTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void webhookIsDeletedWithAWarningIfConfigured(CapturedOutput output) throws Exception {
		setWebhook("https://example.org/hook");
		try (TestBot bot = this.bots.with(EchoBot.class).deleteWebhook().start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
		}
		assertThat(output).contains("Deleted the webhook that received the updates of the bot")
			.doesNotContain("example.org");
	}

	@Test
	void webhookIsAConflictAndNotDeletedByDefault(CapturedOutput output) throws Exception {
		setWebhook("https://example.org/hook");
		try (TestBot bot = this.bots.with(EchoBot.class).start()) {
			LongPolling polling = bot.polling();
			Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.CONFLICT);
			assertThat(polling.status().lastFailure()).contains("bale.polling.delete-webhook=true");
			this.emulator.calls().await("getWebhookInfo", 3, LONG);
			setWebhook("");
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			assertThat(polling.state()).isEqualTo(PollingState.POLLING);
		}
		assertThat(output.toString().split("A webhook receives the updates of the bot", -1)).hasSize(2);
		assertThat(output).contains("Polling resumed: the conflicting consumer is gone");
		assertThat(this.emulator.calls().of("deleteWebhook")).isEmpty();
	}

	@Test
	void anotherPollingProcessIsAConflictUntilItIsGone(CapturedOutput output) {
		this.emulator.faults().fail("getUpdates", 409, "Conflict: terminated by other getUpdates request", 4);
		try (TestBot bot = this.bots.with(EchoBot.class).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
		}
		assertThat(output.toString().split("Another process receives the updates of the bot", -1)).hasSize(2);
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

}
