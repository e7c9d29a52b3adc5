package io.github.balethon.sample;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the bots of a page of the documentation on an emulator.
 */
final class DocumentedBots implements BeforeAllCallback, AfterAllCallback {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	BaleEmulator emulator() {
		return this.emulator;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		this.emulator.start();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.emulator.close();
	}

	/**
	 * Runs a bot while a user chats with it.
	 * @param bot the class with the handlers
	 * @param talk what the user does
	 */
	void run(Class<?> bot, Consumer<Person> talk) {
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class, bot)
			.web(WebApplicationType.NONE)
			.run("--bale.token=" + this.emulator.token(), "--bale.base-url=" + this.emulator.baseUrl(),
					"--bale.polling.timeout=2s")) {
			assertThat(application.isRunning()).isTrue();
			talk.accept(this.emulator.person("Sara"));
		}
	}

	void assertAnswer(Person person, String text, String answer) {
		person.write(text);
		assertThat(person.awaitReply(LONG).text()).isEqualTo(answer);
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
