package io.github.balethon.autoconfigure;

import io.github.balethon.emulator.BaleEmulator;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * Applications with a bot, for tests.
 */
final class Bots {

	private Bots() {
	}

	/**
	 * An application with everything that the starter brings, and no connection.
	 * @return a runner
	 */
	static ApplicationContextRunner application() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(BaleAutoConfiguration.class, BaleCallbackAutoConfiguration.class,
					BaleDispatchAutoConfiguration.class, BaleEmulatorAutoConfiguration.class,
					BaleInboxAutoConfiguration.class, BaleLongPollingAutoConfiguration.class,
					TaskExecutionAutoConfiguration.class, HttpClientAutoConfiguration.class,
					ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class))
			.withPropertyValues("bale.emulator.port=0");
	}

	/**
	 * An application whose bot lives on an emulator that outlives it.
	 * @param emulator the emulator, started
	 * @return a runner
	 */
	static ApplicationContextRunner on(BaleEmulator emulator) {
		// With a username, so that the only calls are those of the test.
		return application().withPropertyValues("bale.username=my_bot", "bale.token=" + emulator.token(),
				"bale.base-url=" + emulator.baseUrl(), "bale.polling.timeout=2s", "bale.polling.initial-backoff=20ms",
				"bale.polling.max-backoff=100ms");
	}

	/**
	 * An application with all auto-configurations of Spring Boot on the class path, whose
	 * bot lives on an emulator that outlives it.
	 * @param emulator the emulator, started
	 * @return a runner
	 */
	static ApplicationContextRunner withAllAutoConfigurations(BaleEmulator emulator) {
		return new ApplicationContextRunner().withUserConfiguration(AllAutoConfigurations.class)
			.withPropertyValues("bale.token=" + emulator.token(), "bale.base-url=" + emulator.baseUrl(),
					"bale.polling.timeout=1s", "bale.polling.initial-backoff=20ms", "bale.polling.max-backoff=100ms");
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class AllAutoConfigurations {

	}

}
