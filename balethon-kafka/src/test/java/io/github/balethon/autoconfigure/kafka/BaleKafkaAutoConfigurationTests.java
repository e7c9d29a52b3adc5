package io.github.balethon.autoconfigure.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.autoconfigure.BaleAutoConfiguration;
import io.github.balethon.autoconfigure.BaleCallbackAutoConfiguration;
import io.github.balethon.autoconfigure.BaleDispatchAutoConfiguration;
import io.github.balethon.autoconfigure.BaleInboxAutoConfiguration;
import io.github.balethon.autoconfigure.BaleLongPollingAutoConfiguration;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.kafka.KafkaInbox;
import io.github.balethon.inbox.kafka.KafkaInboxException;
import io.github.balethon.inbox.kafka.KafkaInboxTopics;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class BaleKafkaAutoConfigurationTests {

	private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);

	private BaleEmulator emulator;

	private int prefixes;

	@BeforeAll
	void startBroker() {
		this.broker.brokerProperties(Map.of("group.initial.rebalance.delay.ms", "0", "group.min.session.timeout.ms",
				"1000", "transaction.state.log.num.partitions", "1", "transaction.state.log.replication.factor", "1",
				"transaction.state.log.min.isr", "1", "offsets.topic.num.partitions", "1"));
		this.broker.afterPropertiesSet();
	}

	@AfterAll
	void stopBroker() {
		this.broker.destroy();
	}

	@BeforeEach
	void startEmulator() {
		this.emulator = BaleEmulator.builder().token("77:token").build();
		this.emulator.start();
		this.prefixes++;
	}

	@AfterEach
	void stopEmulator() {
		this.emulator.close();
	}

	private ApplicationContextRunner runner(String address) {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class, BaleKafkaAutoConfiguration.class,
					BaleAutoConfiguration.class, BaleInboxAutoConfiguration.class, BaleCallbackAutoConfiguration.class,
					BaleDispatchAutoConfiguration.class, BaleLongPollingAutoConfiguration.class,
					HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
					WebClientAutoConfiguration.class))
			.withPropertyValues("bale.token=77:token", "bale.base-url=" + this.emulator.baseUrl(),
					"bale.inbox.store=kafka", "bale.inbox.takeover-after=3s", "bale.inbox.kafka.partitions=3",
					"bale.inbox.kafka.topic-prefix=bot" + this.prefixes, "bale.polling.timeout=1s",
					"spring.kafka.bootstrap-servers=" + address);
	}

	private ApplicationContextRunner runner() {
		return runner(this.broker.getBrokersAsString());
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5));
	}

	@Test
	void updateIsAnsweredAndMetersShowThePartitions() {
		Person sara = this.emulator.person("Sara");
		runner().withBean(EchoBot.class).withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			sara.write("one");
			assertThat(sara.awaitReply(Duration.ofSeconds(60)).text()).isEqualTo("one");
			assertThat(context).hasSingleBean(KafkaInbox.class).hasSingleBean(DeadLetters.class);
			KafkaInbox inbox = context.getBean(KafkaInbox.class);
			await().until(() -> inbox.unfinished() == 0);
			assertThat(inbox.details()).containsKey("kafka");
			MeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(BaleKafkaMeterBinder.class).bindTo(registry);
			assertThat(registry.get("bale.kafka.polling").gauge().value()).isOne();
			assertThat(registry.get("bale.kafka.partitions").gauge().value()).isEqualTo(6);
			assertThat(registry.get("bale.kafka.lag").gauges()).hasSize(6)
				.allSatisfy((gauge) -> assertThat(gauge.value()).isZero());
		});
	}

	@Test
	void topicsAreNamedAfterTheBotByDefault() {
		runner().withPropertyValues("bale.inbox.kafka.topic-prefix=", "bale.inbox.kafka.replicas=1")
			.withPropertyValues("bale.transport=none")
			.run((context) -> assertThat(context.getBean(KafkaInboxTopics.class).updates())
				.isEqualTo(KafkaInboxTopics.of("bale-77", 3, 1, Duration.ofDays(7)).updates()));
	}

	@Test
	void otherInboxReplacesIt() {
		runner().withBean(Inbox.class, () -> new MemoryInbox(10))
			.run((context) -> assertThat(context).hasSingleBean(MemoryInbox.class).doesNotHaveBean(KafkaInbox.class));
	}

	@Test
	void storeWithoutKafkaFailsTheStartWithInstructions() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(BaleAutoConfiguration.class, BaleInboxAutoConfiguration.class,
					HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
					WebClientAutoConfiguration.class))
			.withPropertyValues("bale.token=77:token", "bale.base-url=http://127.0.0.1:1", "bale.inbox.store=kafka")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'bale.inbox.store' is 'kafka'"));
	}

	@Test
	void topicWithTooFewPartitionsFailsTheStart() {
		this.broker.addTopics(new NewTopic("bot" + this.prefixes + "-updates", 1, (short) 1));
		assertFailure("Topic 'bot" + this.prefixes + "-updates' has 1 partitions, fewer than the 3",
				"Set 'bale.inbox.kafka.partitions' to 1");
	}

	@Test
	void topicWithAnotherCleanupPolicyFailsTheStart() {
		this.broker.addTopics(new NewTopic("bot" + this.prefixes + "-updates", 3, (short) 1)
			.configs(Map.of("cleanup.policy", "compact")));
		assertFailure("has the cleanup policy 'compact' instead of 'delete'", "--add-config cleanup.policy=delete");
	}

	private void assertFailure(String description, String action) {
		runner().withBean(EchoBot.class)
			.run((context) -> assertAnalysis(context.getStartupFailure(), description, action));
	}

	private static void assertAnalysis(Throwable failure, String description, String action) {
		FailureAnalysis analysis = new KafkaInboxFailureAnalyzer().analyze(failure);
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains(description);
		assertThat(analysis.getAction()).contains(action);
		assertThat(analysis.getCause()).isInstanceOf(KafkaInboxException.class);
	}

	@Test
	void groupOfAnotherApplicationFailsTheStart() {
		runner().withBean(EchoBot.class).withPropertyValues("spring.application.name=shop").run((context) -> {
			await().until(() -> context.getBean(KafkaInbox.class).isActive());
			runner().withBean(EchoBot.class)
				.withPropertyValues("spring.application.name=support")
				.run((other) -> assertAnalysis(other.getStartupFailure(),
						"has members of another application or bot: [bale-77-shop]", "bale.inbox.kafka.group-id"));
		});
	}

	@Test
	void startNeedsNoBrokerAndPollingIsPaused(CapturedOutput output) {
		runner("127.0.0.1:1").withBean(EchoBot.class)
			.withPropertyValues("spring.kafka.admin.properties.reconnect.backoff.max.ms=100")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				UpdateSource source = context.getBean(UpdateSource.class);
				await().until(() -> source.status().state() == UpdateSourceStatus.State.FAILING);
				assertThat(source.status().details().toString()).containsIgnoringCase("paused");
				assertThat(context.getBean(KafkaInbox.class).trouble()).contains("Kafka is not available");
				assertThat(this.emulator.calls().of("getUpdates")).isEmpty();
				assertThat(output.toString().lines().filter((line) -> line.contains("WARN")))
					.hasSizeLessThanOrEqualTo(List.of("one line").size());
			});
	}

	static class EchoBot {

		@BaleHandler
		String echo(String text) {
			return text;
		}

	}

}
