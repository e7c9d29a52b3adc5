package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientBuilder;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.emulator.BaleEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

class BaleClientBuilderCustomizerTests {

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	@Test
	void customizersAreInvokedInOrderForClientAndPolling() {
		Bots.on(this.emulator).withUserConfiguration(Customizers.class).run((context) -> {
			assertThat(context).hasSingleBean(BaleClient.class).hasSingleBean(UpdatesClient.class);
			assertThat(context.getBean(Calls.class).names).containsExactly("first", "second", "first", "second");
		});
	}

	@Test
	void builderIsAPrototype() {
		Bots.on(this.emulator).run((context) -> {
			BaleClientBuilder builder = context.getBean(BaleClientBuilder.class);
			builder.responseTimeout(Duration.ofMillis(1));
			assertThat(context.getBean(BaleClientBuilder.class)).isNotSameAs(builder);
		});
	}

	@Test
	void customizerOverridesAProperty() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.client.proxy.host=127.0.0.1", "bale.client.proxy.port=1")
			.withBean(BaleClientBuilderCustomizer.class, () -> (builder) -> builder.proxy(null))
			.run((context) -> assertThat(context.getBean(BaleClient.class).blocking().getMe().isBot()).isTrue());
	}

	static class Calls {

		private final List<String> names = new ArrayList<>();

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		@Bean
		Calls calls() {
			return new Calls();
		}

		@Bean
		@Order(2)
		BaleClientBuilderCustomizer second(Calls calls) {
			return (builder) -> calls.names.add("second");
		}

		@Bean
		@Order(1)
		BaleClientBuilderCustomizer first(Calls calls) {
			return (builder) -> calls.names.add("first");
		}

	}

}
