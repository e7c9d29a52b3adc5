package io.github.balethon.autoconfigure;

import java.time.Duration;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.method.SetWebhook;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingStartException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BaleLongPollingAutoConfiguration}.
 */
@Timeout(60)
class BaleLongPollingAutoConfigurationTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	@Test
	void transportNoneDoesNotPoll() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.transport=none")
			.withBean(EchoBot.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(LongPolling.class));
		assertThat(this.emulator.calls().all()).isEmpty();
	}

	@Test
	void startFailsWithoutBaleIfConfigured() {
		this.emulator.faults().refuseToken(true);
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
		this.emulator.faults().refuseToken(false);
		failFast.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void pendingUpdatesAreDiscardedIfConfigured() {
		Person sara = this.emulator.person("Sara");
		sara.write("old");
		Bots.on(this.emulator)
			.withPropertyValues("bale.polling.drop-pending=true")
			.withBean(EchoBot.class)
			.run((context) -> {
				Awaitility.await().atMost(LONG).until(() -> this.emulator.updates().pending() == 0);
				sara.write("new");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("new");
			});
	}

	@Test
	void webhookIsDeletedIfConfigured() {
		Bots.on(this.emulator)
			.run((context) -> context.getBean(BlockingBaleClient.class)
				.execute(SetWebhook.of("https://example.org/hook")));
		Bots.on(this.emulator)
			.withPropertyValues("bale.polling.delete-webhook=true")
			.withBean(EchoBot.class)
			.run((context) -> this.emulator.calls().await("deleteWebhook", 1, LONG));
	}

	static class EchoBot {

		@BaleHandler
		String echo(String text) {
			return text;
		}

	}

}
