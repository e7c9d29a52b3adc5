package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Health of a bot.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class HealthTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String SECRET = "Sentinel-0123456789-abcdefghij";

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator("987654321:" + SECRET);

	private final BaleEmulator emulator = this.running.emulator();

	@Test
	void healthIsUpWhileBaleResponds() {
		bot().withBean(Bot.class).run((context) -> {
			awaitHealth(context, (health) -> health.getStatus().equals(Status.UP));
			assertThat(health(context).getDetails()).containsEntry("polling", "polling")
				.containsEntry("bale", this.emulator.baseUrl().toString())
				.containsEntry("source", "receiving")
				.containsEntry("activeWorkers", 0)
				.containsEntry("updatesInFlight", 0)
				.containsEntry("overdueHandlers", 0)
				.containsKey("lastContactSecondsAgo");
			this.emulator.calls().await("getWebhookInfo", 1, LONG);
			assertThat(this.emulator.calls().all()).extracting(Call::method)
				.isSubsetOf("getUpdates", "getWebhookInfo", "getMe");
		});
	}

	@Test
	void rejectedTokenIsDown() {
		this.emulator.faults().refuseToken(true);
		bot().withBean(Bot.class).run((context) -> {
			awaitHealth(context, (health) -> health.getStatus().equals(Status.DOWN));
			assertThat(health(context).getDetails()).containsEntry("polling", "unauthorized")
				.containsEntry("reason", "Bale refused getUpdates with code 403: Bad Request: Token not found");
			assertClean(health(context).getDetails());
			this.emulator.faults().refuseToken(false);
			awaitHealth(context, (health) -> health.getStatus().equals(Status.UP));
			assertThat(health(context).getDetails()).doesNotContainKey("reason");
		});
	}

	@Test
	void outageIsDownUntilBaleResponds() {
		bot().withBean(Bot.class).run((context) -> {
			awaitHealth(context, (health) -> health.getStatus().equals(Status.UP));
			this.emulator.close();
			awaitHealth(context, (health) -> health.getStatus().equals(Status.DOWN));
			assertThat(health(context).getDetails()).containsEntry("polling", "backing off")
				.hasEntrySatisfying("reason",
						(reason) -> assertThat(reason).asString().contains("no answer from Bale"));
			assertClean(health(context).getDetails());
			this.emulator.start();
			awaitHealth(context, (health) -> health.getStatus().equals(Status.UP));
		});
	}

	@Test
	void stoppedSourceIsOutOfService() {
		bot().withBean(Bot.class).run((context) -> {
			context.getSourceApplicationContext().stop();
			assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
			assertThat(health(context).getDetails()).containsEntry("polling", "stopped");
		});
	}

	@Test
	void applicationWithoutHandlersIsUp() {
		bot().run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).containsEntry("source",
					"not started, because there are no handlers");
		});
	}

	@Test
	void healthIsNotPartOfLiveness() {
		bot().withPropertyValues("management.endpoint.health.probes.enabled=true")
			.run((context) -> assertThat(context.getBean(HealthEndpointGroups.class).get("liveness").isMember("bale"))
				.isFalse());
	}

	@Test
	void healthCanBeDisabled() {
		bot().withPropertyValues("management.health.bale.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("baleHealthContributor"));
	}

	@Test
	void blockedWorkersAreDown(CapturedOutput output) {
		bot().withPropertyValues("bale.max-workers=1", "bale.dispatch.handler-timeout=200ms")
			.withBean(HangingBot.class)
			.run((context) -> {
				awaitHealth(context, (health) -> health.getStatus().equals(Status.UP));
				HangingBot bot = context.getBean(HangingBot.class);
				Person sara = this.emulator.person("Sara");
				sara.write("hang");
				awaitHealth(context, (health) -> health.getStatus().equals(Status.DOWN));
				assertThat(health(context).getDetails()).containsEntry("activeWorkers", 1)
					.containsEntry("overdueHandlers", 1)
					.extractingByKey("reason")
					.asString()
					.contains("ignore their timeout");
				Awaitility.await()
					.atMost(LONG)
					.untilAsserted(() -> assertThat(output)
						.containsOnlyOnce("HangingBot#hang ignores the interrupt at its timeout of 200 ms")
						.contains("HangingBot.hang("));
				bot.release.countDown();
				awaitHealth(context, (health) -> health.getStatus().equals(Status.UP));
			});
	}

	private ApplicationContextRunner bot() {
		return Bots.withAllAutoConfigurations(this.emulator);
	}

	private static Health health(AssertableApplicationContext context) {
		return context.getBean("baleHealthContributor", HealthIndicator.class).health();
	}

	private static void awaitHealth(AssertableApplicationContext context, Predicate<Health> expected) {
		Awaitility.await().atMost(LONG).until(() -> health(context), expected);
	}

	private static void assertClean(Map<String, Object> details) {
		assertThat(details).asString().doesNotContain(SECRET);
	}

	static class HangingBot {

		private final CountDownLatch release = new CountDownLatch(1);

		@BaleText("hang")
		void hang() {
			while (this.release.getCount() > 0) {
				try {
					this.release.await();
				}
				catch (InterruptedException ex) {
					// As code does that swallows interrupts.
				}
			}
		}

	}

	static class Bot {

		@BaleHandler
		String echo(String text) {
			return text;
		}

	}

}
