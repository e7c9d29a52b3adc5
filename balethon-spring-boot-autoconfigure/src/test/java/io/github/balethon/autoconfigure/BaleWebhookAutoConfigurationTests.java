package io.github.balethon.autoconfigure;

import java.time.Duration;

import io.github.balethon.source.LongPolling;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceListener;
import io.github.balethon.source.UpdateSourceStatus.State;
import io.github.balethon.source.Webhook;
import io.github.balethon.source.WebhookEndpoint;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BaleWebhookAutoConfiguration}.
 */
class BaleWebhookAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(BaleAutoConfiguration.class,
			BaleCallbackAutoConfiguration.class, BaleDispatchAutoConfiguration.class, BaleInboxAutoConfiguration.class,
			BaleWebhookAutoConfiguration.class, BaleLongPollingAutoConfiguration.class,
			TaskExecutionAutoConfiguration.class, HttpClientAutoConfiguration.class,
			ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class);

	private static final String[] BOT = { "bale.token=1:test", "bale.base-url=http://127.0.0.1:1",
			"bale.transport=webhook" };

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues(BOT);

	@Test
	void servletApplicationHasAServlet() {
		this.servlet.withPropertyValues("bale.webhook.url=https://bot.example.ir", "bale.webhook.path=/bot")
			.run((context) -> {
				assertThat(context).hasSingleBean(Webhook.class).doesNotHaveBean(LongPolling.class);
				assertThat(context.getBean(ServletRegistrationBean.class).getUrlMappings()).hasToString("[/bot/*]");
				assertThat(context.getBean(UpdateSource.class).description()).isEqualTo("webhook at /bot/****");
			});
	}

	@Test
	void reactiveApplicationHasAHandlerMapping() {
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withPropertyValues(BOT)
			.withPropertyValues("bale.webhook.url=https://bot.example.ir:88/shop")
			.run((context) -> assertThat(context).hasBean("baleWebhookHandlerMapping")
				.hasSingleBean(WebhookEndpoint.class)
				.doesNotHaveBean(ServletRegistrationBean.class));
	}

	@Test
	void applicationWithoutAWebServerDoesNotStart() {
		Bots.application()
			.withConfiguration(AutoConfigurations.of(BaleWebhookAutoConfiguration.class))
			.withPropertyValues(BOT)
			.withPropertyValues("bale.webhook.url=https://bot.example.ir")
			.run((context) -> assertThat(context.getStartupFailure())
				.hasStackTraceContaining("add spring-boot-starter-webmvc or spring-boot-starter-webflux"));
	}

	@Test
	void otherTransportsHaveNoWebhook() {
		this.servlet.withPropertyValues("bale.transport=none")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WebhookEndpoint.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://bot.example.ir", "https://bot.example.ir:8443", "https:///x",
			"https://bot.example.ir/?a=b", "https://user@bot.example.ir", "http://localhost:8080" })
	void urlThatBaleDoesNotAcceptIsRefused(String url) {
		this.servlet.withPropertyValues("bale.webhook.url=" + url)
			.run((context) -> assertRefused(context, "bale.webhook.url"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "http://127.0.0.1:1/shop", "https://[::1]:8443" })
	void loopbackUrlIsAcceptedIfConfigured(String url) {
		this.servlet.withPropertyValues("bale.webhook.url=" + url, "bale.webhook.loopback=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@CsvSource({ "url,", "path, bot", "path, /bot/", "path, /", "secret, short", "secret, 0123456789 abcdef",
			"timeout, 0s", "check-interval, 10ms", "allowed-addresses, bale.ai" })
	void invalidValuesAreRefused(String name, String value) {
		this.servlet.withPropertyValues("bale.webhook.url=https://bot.example.ir")
			.withPropertyValues("bale.webhook." + name + "=" + ((value != null) ? value : ""))
			.run((context) -> assertRefused(context, "bale.webhook." + name));
	}

	@Test
	void secretIsNotReported() {
		this.servlet
			.withPropertyValues("bale.webhook.url=https://bot.example.ir", "bale.webhook.secret=a-secret!-of-the-bot")
			.run((context) -> assertThat(context.getStartupFailure()).hasMessageNotContaining("a-secret!"));
	}

	@Test
	void checkIntervalMustNotExceedTheHealth() {
		this.servlet.withPropertyValues("bale.webhook.url=https://bot.example.ir", "bale.webhook.check-interval=5m")
			.run((context) -> assertRefused(context, "bale.health.max-answer-age"));
	}

	@Test
	void loopbackWithoutAPortIsReportedByTheStatus() {
		this.servlet.withPropertyValues("bale.webhook.loopback=true").run((context) -> {
			Webhook webhook = context.getBean(Webhook.class);
			webhook.start(new UpdateSourceListener() {
			});
			Awaitility.await().until(() -> webhook.status().state() == State.FAILING);
			assertThat(webhook.status().lastFailure()).contains("bale.webhook.url");
			webhook.stop(Duration.ofSeconds(20));
		});
	}

	private static void assertRefused(AssertableWebApplicationContext context, String property) {
		assertThat(context).hasFailed();
		Throwable cause = context.getStartupFailure();
		while (cause != null && !(cause instanceof InvalidConfigurationPropertyValueException)) {
			cause = cause.getCause();
		}
		assertThat(cause).asInstanceOf(InstanceOfAssertFactories.type(InvalidConfigurationPropertyValueException.class))
			.extracting(InvalidConfigurationPropertyValueException::getName)
			.isEqualTo(property);
	}

}
