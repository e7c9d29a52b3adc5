package io.github.balethon.autoconfigure;

import java.net.URI;
import java.time.Duration;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.bot.BotLifecycle;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientBuilder;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications with several clients.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class MultipleClientsTests {

	private static final BaleConnection OTHER = BaleConnection.of(URI.create("http://127.0.0.1:1"),
			BotToken.of("2:other"));

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	@Test
	void clientOfAnotherBotDoesNotReply() {
		Person sara = this.emulator.person("Sara");
		bot().withUserConfiguration(AnotherBot.class, Greeting.class).run((context) -> {
			sara.write("/hi");
			assertThat(sara.awaitReply(Duration.ofSeconds(20)).text()).isEqualTo("Hello");
		});
	}

	@Test
	void injectionByTypeSelectsTheClientOfTheBot(CapturedOutput output) {
		bot().withUserConfiguration(AnotherBot.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(BaleClient.class)).isSameAs(context.getBean("baleClient"));
			assertThat(context.getBean(BlockingBaleClient.class)).isSameAs(context.getBean("blockingBaleClient"));
			try (BaleClient built = context.getBean(BaleClientBuilder.class).build()) {
				assertThat(built.botId()).isEqualTo(context.getBean("baleClient", BaleClient.class).botId());
			}
			assertThat(context.getBean(BlockingBaleClient.class).getMe().isBot()).isTrue();
			assertThat(context.getBean("otherClient", BaleClient.class).botId()).hasValue(2);
			assertThat(output).doesNotContain("WARN");
		});
	}

	@Test
	void primaryClientOfTheApplicationIsInjectedByTypeAndDoesNotReply() {
		Person sara = this.emulator.person("Sara");
		bot().withUserConfiguration(PrimaryBot.class, Greeting.class).run((context) -> {
			assertThat(context.getBean(BaleClient.class)).isSameAs(context.getBean("otherClient"));
			sara.write("/hi");
			assertThat(sara.awaitReply(Duration.ofSeconds(20)).text()).isEqualTo("Hello");
		});
	}

	@Test
	void clientWithTheBeanNameOfOursReplacesItAndAnotherTokenWarns(CapturedOutput output) {
		long bot = BotToken.of(this.emulator.token()).botId();
		bot().withBean("baleClient", BaleClient.class, () -> BaleClient.builder(OTHER).build())
			.run((context) -> assertThat(context).hasSingleBean(BaleClient.class));
		assertThat(output).contains("Replies are sent by another bot: updates are received as bot " + bot
				+ ", but the bean 'baleClient' has the token of bot 2");
	}

	@Test
	void clientWithTheBeanNameOfOursAndTheSameTokenDoesNotWarn(CapturedOutput output) {
		bot().withUserConfiguration(OwnClient.class)
			.run((context) -> assertThat(context).hasSingleBean(BaleClient.class));
		assertThat(output).doesNotContain("another bot");
	}

	@Test
	void builderOfAnotherBotWarns(CapturedOutput output) {
		bot().withBean("baleClientBuilder", BaleClientBuilder.class, () -> BaleClient.builder(OTHER))
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("Updates are received as bot 2, but BaleConnectionDetails has the token of bot");
	}

	@Test
	void clientOfTheApplicationDoesNotStartADisabledBot() {
		bot().withPropertyValues("bale.enabled=false")
			.withBean("baleClient", BaleClient.class, () -> BaleClient.builder(OTHER).build())
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BaleClient.class)
				.doesNotHaveBean(BotLifecycle.class));
	}

	private ApplicationContextRunner bot() {
		return Bots.on(this.emulator);
	}

	@Configuration(proxyBeanMethods = false)
	static class AnotherBot {

		@Bean
		BaleClient otherClient() {
			return BaleClient.builder(OTHER).build();
		}

		@Bean
		BlockingBaleClient otherBlockingClient(ObjectProvider<BaleClient> clients) {
			return clients.stream().toList().get(0).blocking();
		}

		@Bean
		BaleClientBuilder otherBuilder() {
			return BaleClient.builder(OTHER);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryBot {

		@Bean
		@Primary
		BaleClient otherClient() {
			return BaleClient.builder(OTHER).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnClient {

		@Bean
		BaleClient baleClient(BaleConnectionDetails connection) {
			return BaleClient.builder(connection).connectTimeout(Duration.ofSeconds(1)).build();
		}

	}

	static class Greeting {

		@BaleCommand("hi")
		String hi() {
			return "Hello";
		}

	}

}
