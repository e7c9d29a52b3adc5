package io.github.balethon.autoconfigure;

import java.net.URI;
import java.util.Map;

import io.github.balethon.client.BotToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sanitization of the token in the values that actuator endpoints show.
 */
class SanitizingTests {

	private static final String SECRET = "Sentinel-0123456789-abcdefghij";

	private static final String TOKEN = "987654321:" + SECRET;

	private static final String PASSWORD = "open-sesame";

	private final ApplicationContextRunner contextRunner = Bots.application()
		.withConfiguration(
				AutoConfigurations.of(BaleSanitizingAutoConfiguration.class, EnvironmentEndpointAutoConfiguration.class,
						ConfigurationPropertiesReportEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.web.exposure.include=*",
				"management.endpoints.jmx.exposure.include=*", "management.endpoint.env.show-values=always",
				"management.endpoint.configprops.show-values=always", "spring.jmx.enabled=true",
				"bale.base-url=http://127.0.0.1:1");

	@Test
	void valuesThatAreShownDoNotContainTheToken() {
		this.contextRunner
			.withPropertyValues("bale.token=" + TOKEN, "bale.client.proxy.host=127.0.0.1",
					"bale.client.proxy.username=me", "bale.client.proxy.password=" + PASSWORD,
					"app.address=https://tapi.bale.ai/bot" + TOKEN + "/getMe", "app.secret=" + SECRET,
					"app.harmless=visible")
			.withInitializer((context) -> {
				context.getEnvironment()
					.getPropertySources()
					.addLast(new SystemEnvironmentPropertySource("env", Map.of("BALE_TOKEN", "1:of-another-bot")));
				context.getEnvironment()
					.getPropertySources()
					.addLast(new MapPropertySource("command", Map.of("sun.java.command.line",
							"app.jar --bale.token=" + TOKEN + " --bale.client.proxy.password=" + PASSWORD)));
			})
			.run((context) -> {
				JsonMapper json = JsonMapper.builder().build();
				String environment = json
					.writeValueAsString(context.getBean(EnvironmentEndpoint.class).environment(null));
				assertThat(environment).contains("visible")
					.contains("/bot****/getMe")
					.contains("--bale.token=**** ")
					.doesNotContain(SECRET)
					.doesNotContain(PASSWORD)
					.doesNotContain("of-another-bot");
				String properties = json.writeValueAsString(
						context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties());
				assertThat(properties).contains("bale.client").doesNotContain(SECRET).doesNotContain(PASSWORD);
			});
	}

	@Test
	void tokenOfTheConnectionDetailsIsMasked() {
		this.contextRunner.withPropertyValues("vault.bot=" + TOKEN)
			.withBean(BaleConnectionDetails.class, OwnConnection::new)
			.run((context) -> assertThat(entry(context.getBean(EnvironmentEndpoint.class), "vault.bot"))
				.isEqualTo("****"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bale.token", "bale.Token", "BALE_TOKEN", "bale_token", "BALE_CLIENT_PROXY_PASSWORD",
			"bale.client.proxy.password" })
	void keysAreMaskedInAnySpellingForADisabledBotToo(String key) {
		this.contextRunner.withPropertyValues("bale.enabled=false").run((context) -> {
			SanitizingFunction function = context.getBean(BaleSanitizingFunction.class);
			assertThat(function.apply(new SanitizableData(null, key, "short")).getValue())
				.isEqualTo(SanitizableData.SANITIZED_VALUE);
		});
	}

	@Test
	void shortTokenDoesNotMaskOrdinaryWords() {
		this.contextRunner.withPropertyValues("bale.token=1:test", "app.name=test").run((context) -> {
			SanitizingFunction function = context.getBean(BaleSanitizingFunction.class);
			assertThat(function.apply(new SanitizableData(null, "app.name", "test")).getValue()).isEqualTo("test");
			assertThat(function.apply(new SanitizableData(null, "app.none", null)).getValue()).isNull();
			assertThat(function.apply(new SanitizableData(null, "app.number", 7)).getValue()).isEqualTo(7);
		});
	}

	@Test
	void withoutTheActuatorThereIsNoFunction() {
		Bots.application()
			.withConfiguration(AutoConfigurations.of(BaleSanitizingAutoConfiguration.class))
			.withPropertyValues("bale.token=1:test", "bale.base-url=http://127.0.0.1:1")
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("baleSanitizingFunction"));
	}

	private static Object entry(EnvironmentEndpoint endpoint, String key) {
		return endpoint.environmentEntry(key).getProperty().getValue();
	}

	static class OwnConnection implements BaleConnectionDetails {

		@Override
		public URI baseUrl() {
			return URI.create("http://127.0.0.1:1");
		}

		@Override
		public BotToken token() {
			return BotToken.of(TOKEN);
		}

	}

}
