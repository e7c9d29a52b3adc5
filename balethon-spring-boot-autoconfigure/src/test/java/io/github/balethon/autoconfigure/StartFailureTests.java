package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Date;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Failure analyses of applications that fail to start.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTests {

	@Test
	void noTokenAndNoEmulator(CapturedOutput output) {
		Bots.application()
			.withClassLoader(new FilteredClassLoader(BaleEmulator.class))
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOf(InvalidBaleTokenException.class)
				.hasMessage("'bale.token' is not set."));
		InvalidBaleTokenException missing = InvalidBaleTokenException.missing();
		assertThat(new InvalidBaleTokenFailureAnalyzer().analyze(missing).getAction()).contains("BotFather")
			.contains("BALE_TOKEN")
			.contains("balethon-emulator");
	}

	@ParameterizedTest
	@ValueSource(strings = { "hunter2", "1234567890", "bot12:hunter2", "12:hunter2 3" })
	void malformedTokenIsNotLogged(String token, CapturedOutput output) {
		start(NoHandlers.class, "--bale.token=" + token);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'bale.token' is malformed. A bot token consists of digits, a colon and a secret")
			.contains("Copy the complete token from BotFather")
			.doesNotContain(token);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			bale.max-workers             | 0    | It must be at least 1.
			bale.max-workers             | -3   | It must be at least 1.
			bale.dispatch.max-in-flight  | 0    | It must be at least 1.
			bale.client.max-connections  | 0    | It must be at least 1.
			bale.polling.timeout         | 10ms | It must be at least 1s
			bale.polling.initial-backoff | 0    | It must be at least 1ms.
			bale.polling.max-backoff     | 1ms  | must not be shorter than 'bale.polling.initial-backoff'
			bale.client.connect-timeout  | 0    | It must be at least 1ms.
			bale.client.response-timeout | 0    | It must be at least 1ms.
			bale.dispatch.shutdown-timeout | -1s | must not be negative
			bale.base-url                | tapi.bale.ai | It must be an HTTP or HTTPS URL
			bale.file-base-url           | tapi.bale.ai | It must be an HTTP or HTTPS URL
			bale.client.retry.max-attempts | 0  | It must be at least 1, which disables retries.
			bale.client.retry.max-wait   | 0    | It must be at least 1ms.
			bale.client.rate-limit.messages | 0 | Remove the property to disable the limit.
			bale.client.rate-limit.period | 0   | It must be at least 1ms.
			bale.client.rate-limit.chat-messages | 0 | Remove the property to disable the limit.
			bale.client.rate-limit.chat-period | 0 | It must be at least 1ms.
			bale.client.proxy.port       | 0    | It must be between 1 and 65535.
			bale.emulator.port           | -1   | It must be between 1 and 65535, or 0 for a free port.
			bale.emulator.port           | 65536 | It must be between 1 and 65535, or 0 for a free port.
			bale.client.proxy.username   | me   | It must be set if 'bale.client.proxy.username' is set.
			bale.client.proxy.password   | pw   | It must be set if 'bale.client.proxy.password' is set.
			""")
	void invalidValueIsReportedWithPropertyAndReason(String name, String value, String reason, CapturedOutput output) {
		start(NoHandlers.class, "--bale.token=1:test", "--" + name + "=" + value);
		assertThat(output).contains("APPLICATION FAILED TO START").contains(name).contains(reason);
	}

	@Test
	void handlerWithAnUnsupportedParameterType(CapturedOutput output) {
		start(StrangeParameter.class, "--bale.token=1:test");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Handler StrangeParameterBot#handle has the unsupported type java.util.Date of parameter 1.")
			.contains("Supported types are Animation, Audio, BaleClient,");
	}

	@Test
	void handlerWithAnUnsupportedReturnType(CapturedOutput output) {
		start(StrangeReturn.class, "--bale.token=1:test");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Handler StrangeReturnBot#handle returns unsupported type java.util.Date.")
			.contains("Supported types are void, a String or another CharSequence");
	}

	@ParameterizedTest
	@ValueSource(strings = { "prod", "production", "eu,prod" })
	void emulatorInAProfileOfProduction(String profiles, CapturedOutput output) {
		start(NoHandlers.class, "--bale.token=", "--bale.emulator.port=0", "--spring.profiles.active=" + profiles);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'bale.token' is not set, and the profile 'prod")
			.contains("change 'bale.emulator.forbidden-profiles'")
			.doesNotContain("runs on the emulator at")
			.doesNotContain("at io.github.balethon");
	}

	@ParameterizedTest
	@CsvSource({ "'',prod", "staging,prod", "'prod,staging',dev" })
	void emulatorInAnAllowedProfile(String forbidden, String active) {
		Bots.application()
			.withPropertyValues("bale.token=", "bale.emulator.port=0", "spring.profiles.active=" + active,
					"bale.emulator.forbidden-profiles=" + forbidden)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(BaleEmulator.class));
	}

	@Test
	void tokenInAProfileOfProduction() {
		Bots.application()
			.withPropertyValues("bale.token=1:test", "bale.transport=none", "spring.profiles.active=prod")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void portOfTheEmulatorThatIsInUse(CapturedOutput output) throws IOException {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			int port = other.getLocalPort();
			start(NoHandlers.class, "--bale.token=", "--bale.emulator.port=" + port);
			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("The emulator cannot listen on port " + port + " ('bale.emulator.port')")
				.contains("set 'bale.emulator.port' to another port. Set it to 0 to use a free port")
				.doesNotContain("at io.github.balethon");
		}
	}

	@Test
	void twoHandlersForTheSameCommand(CapturedOutput output) {
		start(Twice.class, "--bale.token=1:test");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Ambiguous handlers for the same command /start: TwiceBot#")
			.contains("set their precedence with @Order");
	}

	private void start(Class<?> application, String... arguments) {
		SpringApplication starting = new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("bale.base-url=http://127.0.0.1:1")
			.build();
		assertThatException().isThrownBy(() -> starting.run(arguments).close());
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class NoHandlers {

	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class StrangeParameter {

		@Bean
		StrangeParameterBot bot() {
			return new StrangeParameterBot();
		}

	}

	static class StrangeParameterBot {

		@BaleHandler
		void handle(Date date) {
		}

	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class StrangeReturn {

		@Bean
		StrangeReturnBot bot() {
			return new StrangeReturnBot();
		}

	}

	static class StrangeReturnBot {

		@BaleHandler
		Date handle() {
			return new Date();
		}

	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Twice {

		@Bean
		TwiceBot bot() {
			return new TwiceBot();
		}

	}

	static class TwiceBot {

		@BaleCommand("start")
		void one() {
		}

		@BaleCommand("start")
		void two() {
		}

	}

}
