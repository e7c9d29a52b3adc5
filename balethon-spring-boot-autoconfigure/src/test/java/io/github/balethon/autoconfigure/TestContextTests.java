package io.github.balethon.autoconfigure;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.source.UpdateSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A test context does not receive the updates of the bot whose token is in the
 * environment.
 */
class TestContextTests {

	private static final String REAL_TOKEN = "1620384001:the-real-bot";

	// No server listens on this port.
	private static final String REAL_ADDRESS = "http://127.0.0.1:1";

	@BeforeAll
	static void environmentOfARealBot() {
		System.setProperty("bale.token", REAL_TOKEN);
		System.setProperty("bale.base-url", REAL_ADDRESS);
	}

	@AfterAll
	static void cleanUp() {
		System.clearProperty("bale.token");
		System.clearProperty("bale.base-url");
	}

	@Test
	void withoutTheEmulatorATestReceivesNoUpdates() {
		withoutEmulator().run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(UpdateSource.class));
	}

	@Test
	void tokenOfTheEnvironmentStaysForATestThatSendsMessages() {
		withoutEmulator().run((context) -> assertThat(context.getBean(BaleConnectionDetails.class).token())
			.isEqualTo(BotToken.of(REAL_TOKEN)));
	}

	private static ApplicationContextRunner withoutEmulator() {
		return new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withInitializer((context) -> new BaleTestContextCustomizer(false).customizeContext(context,
					new MergedContextConfiguration(TestContextTests.class, null, null, null, null)));
	}

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
	class OnTheEmulator {

		@Test
		void tokenOfTheEnvironmentIsNotUsed(@Autowired BaleConnectionDetails connection,
				@Autowired BaleEmulator emulator) {
			assertThat(connection.isEmulator()).isTrue();
			assertThat(connection.baseUrl()).isEqualTo(emulator.baseUrl());
			assertThat(connection.token()).isNotEqualTo(BotToken.of(REAL_TOKEN));
		}

		@Test
		void emulatorListensOnAFreePort(@Autowired Environment environment) {
			assertThat(environment.getProperty("bale.emulator.port")).isEqualTo("0");
		}

	}

	@Nested
	@ActiveProfiles("prod")
	@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
	class WithTheProfileOfProduction {

		@Test
		void emulatorIsAllowed(@Autowired BaleConnectionDetails connection) {
			assertThat(connection.isEmulator()).isTrue();
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
	class WithAMockedClient {

		@MockitoBean
		private BaleClient client;

		@Test
		void tokenOfTheEnvironmentIsNotUsed(@Autowired BaleConnectionDetails connection) {
			assertThat(this.client).isNotNull();
			assertThat(connection.token()).isNotEqualTo(BotToken.of(REAL_TOKEN));
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.NONE,
			properties = { "bale.token=1620384001:of-this-test", "bale.transport=none" })
	class WithPropertiesOfItsOwn {

		@Test
		void propertiesOfTheTestTakePrecedence(@Autowired BaleConnectionDetails connection,
				@Autowired ObjectProvider<UpdateSource> source, @Autowired Environment environment) {
			assertThat(connection.token()).isEqualTo(BotToken.of("1620384001:of-this-test"));
			assertThat(source.getIfAvailable()).isNull();
			assertThat(environment.getProperty("bale.transport")).isEqualTo("none");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@BaleCommand("start")
		String start() {
			return "started";
		}

	}

}
