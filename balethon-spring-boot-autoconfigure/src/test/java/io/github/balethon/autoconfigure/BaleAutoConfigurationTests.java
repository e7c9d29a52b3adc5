package io.github.balethon.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;

import io.github.balethon.bot.BotLifecycle;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.client.BotToken;
import io.github.balethon.client.InitDataValidator;
import io.github.balethon.client.InvalidInitDataException;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class BaleAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = Bots.application()
		.withPropertyValues("bale.token=1:test", "bale.base-url=http://127.0.0.1:1");

	@Test
	void beansOfABotAreRegistered() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(BaleClient.class)
				.hasSingleBean(BlockingBaleClient.class)
				.hasSingleBean(BaleConnectionDetails.class)
				.hasSingleBean(HandlerRegistry.class)
				.hasSingleBean(MemoryInbox.class)
				.hasSingleBean(Dispatcher.class)
				.hasSingleBean(LongPolling.class)
				.hasSingleBean(BotLifecycle.class)
				.doesNotHaveBean(BaleEmulator.class);
			assertThat(context.getBean(BaleConnectionDetails.class).baseUrl()).hasToString("http://127.0.0.1:1");
		});
	}

	@Test
	void initDataIsValidatedWithTheTokenAndTheMaximumAge() {
		String initData = "auth_date=1767225600&hash=" + "0".repeat(64);
		this.contextRunner.run((context) -> assertThatExceptionOfType(InvalidInitDataException.class)
			.isThrownBy(() -> context.getBean(InitDataValidator.class).validate(initData)));
		this.contextRunner
			.withBean("own", InitDataValidator.class,
					() -> new InitDataValidator(
							BaleConnection.of(URI.create("http://127.0.0.1:1"), BotToken.of("2:other")),
							Duration.ofHours(1)))
			.run((context) -> assertThat(context).hasSingleBean(InitDataValidator.class));
		this.contextRunner.withPropertyValues("bale.mini-app.max-age=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("It must be at least 1s."));
	}

	@Test
	void addressOfBaleIsTheDefault() {
		Bots.application()
			.withPropertyValues("bale.token=1:test")
			.run((context) -> assertThat(context.getBean(BaleConnectionDetails.class).baseUrl())
				.hasToString("https://tapi.bale.ai"));
	}

	@Test
	void disabledBotHasNoBeans() {
		this.contextRunner.withPropertyValues("bale.enabled=false", "bale.token=")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(BaleClient.class)
				.doesNotHaveBean(Dispatcher.class)
				.doesNotHaveBean(BotLifecycle.class)
				.doesNotHaveBean("baleTaskExecutor")
				.doesNotHaveBean(BaleEmulator.class));
	}

	@Test
	void withoutWebClientThereIsNoBot() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(WebClient.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(BaleClient.class)
				.doesNotHaveBean(BotLifecycle.class));
	}

	@Test
	void executorIsSizedByMaxWorkers() {
		this.contextRunner.withPropertyValues("bale.max-workers=50").run((context) -> {
			ThreadPoolTaskExecutor executor = context.getBean("baleTaskExecutor", ThreadPoolTaskExecutor.class);
			assertThat(executor.getCorePoolSize()).isEqualTo(50);
			assertThat(executor.getMaxPoolSize()).isEqualTo(50);
			assertThat(executor.getThreadNamePrefix()).isEqualTo("bale-");
		});
	}

	@Test
	void executorIsSizedFromTheMachineByDefault() {
		int expected = Math.min(32, Runtime.getRuntime().availableProcessors() + 4);
		this.contextRunner.run((context) -> assertThat(
				context.getBean("baleTaskExecutor", ThreadPoolTaskExecutor.class).getMaxPoolSize())
			.isEqualTo(expected));
	}

	@Test
	void executorOfTheApplicationIsNotReplaced() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasBean("applicationTaskExecutor");
			assertThat(context.getBeanProvider(TaskExecutor.class).getIfUnique())
				.isSameAs(context.getBean("applicationTaskExecutor"));
		});
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void workersAreVirtualThreadsIfEnabledAndKeepTheirLimit() {
		this.contextRunner.withPropertyValues("spring.threads.virtual.enabled=true", "bale.max-workers=3")
			.run((context) -> {
				ThreadPoolTaskExecutor executor = context.getBean("baleTaskExecutor", ThreadPoolTaskExecutor.class);
				assertThat(executor.getMaxPoolSize()).isEqualTo(3);
				assertThat(executor.submitCompletable(() -> Thread.currentThread().toString()).join())
					.startsWith("VirtualThread");
			});
	}

	@Test
	void beansOfTheApplicationReplaceOurs() {
		this.contextRunner.withUserConfiguration(OwnBeans.class).run((context) -> {
			assertThat(context).hasSingleBean(BaleClient.class)
				.hasSingleBean(Inbox.class)
				.hasSingleBean(UpdateSource.class)
				.doesNotHaveBean(LongPolling.class);
			assertThat(context.getBean("baleTaskExecutor")).isNotInstanceOf(ThreadPoolTaskExecutor.class);
			assertThat(context.getBean(BlockingBaleClient.class)).isNotNull();
		});
	}

	@Test
	void connectionDetailsReplaceTheProperties() {
		Bots.application()
			.withBean(BaleConnectionDetails.class, OwnConnectionDetails::new)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BaleConnectionDetails.class)
				.doesNotHaveBean(BaleEmulator.class));
	}

	@Test
	void withoutATokenTheEmulatorStartsAndTheLogWarns(CapturedOutput output) {
		Bots.application().withPropertyValues("bale.token= \u00a0\u200f").run((context) -> {
			assertThat(context).hasSingleBean(BaleEmulator.class).hasSingleBean(BaleConnectionDetails.class);
			BaleEmulator emulator = context.getBean(BaleEmulator.class);
			assertThat(context.getBean(BaleConnectionDetails.class).baseUrl()).isEqualTo(emulator.baseUrl());
			assertThat(output).contains("bale.token is not set: the bot runs on the emulator at " + emulator.baseUrl()
					+ " and is not reachable on Bale");
			assertThat(context.getBean(BlockingBaleClient.class).getMe().isBot()).isTrue();
		});
	}

	@Test
	void withATokenTheEmulatorNeverStarts() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(BaleEmulator.class));
	}

	@Test
	void emulatorOfTheApplicationIsUsed() {
		BaleEmulator own = BaleEmulator.builder().build();
		Bots.application().withBean(BaleEmulator.class, () -> {
			own.start();
			return own;
		})
			.run((context) -> assertThat(context.getBean(BaleConnectionDetails.class).baseUrl())
				.isEqualTo(own.baseUrl()));
	}

	@Test
	void propertiesDoNotPrintTheToken() {
		this.contextRunner.withPropertyValues("bale.token=1:sentinel")
			.run((context) -> assertThat(context.getBean(BaleProperties.class)).asString().doesNotContain("sentinel"));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnBeans {

		@Bean
		BaleClient baleClient(BaleConnectionDetails connection) {
			return BaleClient.builder(connection).build();
		}

		@Bean
		Inbox ownInbox() {
			return new MemoryInbox(7);
		}

		@Bean
		UpdateSource ownSource() {
			return new UpdateSource() {
				@Override
				public void start(UpdateSourceListener listener) {
				}

				@Override
				public void stop(Duration timeout) {
				}

				@Override
				public void confirm(Duration timeout) {
				}
			};
		}

		@Bean
		Executor baleTaskExecutor() {
			return Runnable::run;
		}

	}

	static class OwnConnectionDetails implements BaleConnectionDetails {

		private final BaleConnection known = BaleConnection.of(URI.create("http://127.0.0.1:1"), BotToken.of("2:own"));

		@Override
		public URI baseUrl() {
			return this.known.baseUrl();
		}

		@Override
		public BotToken token() {
			return this.known.token();
		}

	}

}
