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
 * What a person reads when the start fails.
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
				.hasMessage("The bot has no token: 'bale.token' is not set."));
		InvalidBaleTokenException missing = InvalidBaleTokenException.missing();
		assertThat(new InvalidBaleTokenFailureAnalyzer().analyze(missing).getAction()).contains("botfather")
			.contains("BALE_TOKEN")
			.contains("balethon-emulator");
	}

	@ParameterizedTest
	@ValueSource(strings = { "hunter2", "1234567890", "bot12:hunter2", "12:hunter2 3" })
	void tokenOfAWrongShapeIsNotRepeated(String token, CapturedOutput output) {
		start(NoHandlers.class, "--bale.token=" + token);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("'bale.token' is no bot token. A bot token is digits, a colon and a secret")
			.contains("Copy the token from botfather again")
			.doesNotContain(token);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			bale.max-workers             | 0    | A bot needs at least one worker.
			bale.max-workers             | -3   | A bot needs at least one worker.
			bale.dispatch.max-in-flight  | 0    | At least one update must fit into memory.
			bale.client.max-connections  | 0    | Calls need at least one connection.
			bale.polling.timeout         | 10ms | Bale counts whole seconds
			bale.polling.initial-backoff | 0    | repeated at once
			bale.polling.max-backoff     | 1ms  | must not be shorter than bale.polling.initial-backoff
			bale.client.connect-timeout  | 0    | A connection needs some time.
			bale.client.response-timeout | 0    | Bale needs some time to answer.
			bale.dispatch.shutdown-timeout | -1s | must not be negative
			bale.base-url                | tapi.bale.ai | It must be an http or https address
			bale.file-base-url           | tapi.bale.ai | It must be an http or https address
			bale.client.retry.max-attempts | 0  | The first call is an attempt, too.
			bale.client.retry.max-wait   | 0    | What fails would be repeated at once.
			bale.client.rate-limit.messages | 0 | The bot could say nothing.
			bale.client.rate-limit.period | 0   | A limit needs a period.
			bale.client.rate-limit.chat-messages | 0 | The bot could say nothing.
			bale.client.rate-limit.chat-period | 0 | A limit needs a period.
			bale.client.proxy.port       | 0    | A port is a number from 1 to 65535.
			bale.emulator.port           | -1   | A port is a number from 1 to 65535; 0 selects a free one.
			bale.emulator.port           | 65536 | A port is a number from 1 to 65535; 0 selects a free one.
			bale.client.proxy.username   | me   | is for a proxy, but none is named
			bale.client.proxy.password   | pw   | needs a user name beside it
			""")
	void valueThatCannotBeMeantIsNamedWithTheReason(String name, String value, String reason, CapturedOutput output) {
		start(NoHandlers.class, "--bale.token=1:test", "--" + name + "=" + value);
		assertThat(output).contains("APPLICATION FAILED TO START").contains(name).contains(reason);
	}

	@Test
	void handlerWithAParameterThatNobodyCanServe(CapturedOutput output) {
		start(StrangeParameter.class, "--bale.token=1:test");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Handler StrangeParameterBot#handle takes a java.util.Date as parameter 1")
			.contains("A handler may take Animation, Audio, BaleClient,");
	}

	@Test
	void handlerWithAReturnTypeThatNobodyCanServe(CapturedOutput output) {
		start(StrangeReturn.class, "--bale.token=1:test");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Handler StrangeReturnBot#handle returns unsupported type java.util.Date.")
			.contains("Supported types are void, a String or another CharSequence");
	}

	@Test
	void portOfTheEmulatorThatIsInUse(CapturedOutput output) throws IOException {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			int port = other.getLocalPort();
			start(NoHandlers.class, "--bale.token=", "--bale.emulator.port=" + port);
			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("The emulator cannot listen on port " + port + " ('bale.emulator.port')")
				.contains("set 'bale.emulator.port' to another port; 0 selects a free one")
				.doesNotContain("at io.github.balethon");
		}
	}

	@Test
	void twoHandlersForTheSameCommand(CapturedOutput output) {
		start(Twice.class, "--bale.token=1:test");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Ambiguous handlers for the same command /start: TwiceBot#")
			.contains("say by @Order which one comes first");
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
