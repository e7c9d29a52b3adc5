package io.github.balethon.autoconfigure;

import java.net.URI;
import java.util.Map;

import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.client.BaleClientBuilder;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.Webhook;
import io.github.balethon.source.WebhookEndpoint;
import io.github.balethon.source.WebhookSettings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.web.exchanges.HttpExchangeRepository;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

/**
 * Auto-configuration of a webhook as the source of updates, in a servlet container or
 * with WebFlux.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BaleDispatchAutoConfiguration.class, before = BaleLongPollingAutoConfiguration.class)
@ConditionalOnBean({ BaleAutoConfiguration.class, Dispatcher.class })
@ConditionalOnMissingBean(UpdateSource.class)
@ConditionalOnProperty(name = "bale.transport", havingValue = "webhook")
@EnableConfigurationProperties(BaleWebhookProperties.class)
public final class BaleWebhookAutoConfiguration {

	@Bean(BeanNames.UPDATES_CLIENT)
	UpdatesClient baleUpdatesClient(@Qualifier(BeanNames.CLIENT_BUILDER) BaleClientBuilder builder,
			BaleProperties properties) {
		return builder.buildUpdatesClient(properties.polling().timeout());
	}

	@Bean
	Webhook baleUpdateSource(@Qualifier(BeanNames.UPDATES_CLIENT) UpdatesClient client, Inbox inbox,
			ConversationStore conversations, ObjectProvider<CallbackDataStore> callbackData,
			BaleConnectionDetails connection, BaleProperties properties, BaleWebhookProperties webhook,
			Environment environment) {
		WebhookPropertiesCheck.check(webhook, properties, connection.isEmulator());
		ExponentialBackOff backOff = new ExponentialBackOff(properties.polling().initialBackoff().toMillis(), 2.0);
		backOff.setMaxInterval(properties.polling().maxBackoff().toMillis());
		// An embedded emulator does not reach the public URL.
		URI url = connection.isEmulator() ? null : webhook.url();
		WebhookSettings settings = new WebhookSettings(new WebhookUrl(url, environment), webhook.path(),
				webhook.secret(), webhook.allowedAddresses(), webhook.timeout(), webhook.checkInterval(),
				webhook.deleteOnShutdown(), backOff, properties.health().maxAnswerAge());
		try {
			return new Webhook(client, BaleLongPollingAutoConfiguration.guarded(inbox, conversations, callbackData),
					connection::token, settings);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("bale.webhook.allowed-addresses",
					webhook.allowedAddresses(), ex.getMessage() + ".");
		}
	}

	@Bean
	WebhookEndpoint baleWebhookEndpoint(Webhook webhook) {
		return webhook.endpoint();
	}

	@Bean
	static WebhookObservationFilter baleWebhookObservationFilter(ObjectProvider<WebhookEndpoint> endpoint) {
		return new WebhookObservationFilter(endpoint);
	}

	/**
	 * Configuration for the requests that Actuator records.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HttpExchangeRepository.class)
	static class ExchangesConfiguration {

		@Bean
		static WebhookExchangesMask baleWebhookExchangesMask(ObjectProvider<WebhookEndpoint> endpoint) {
			return new WebhookExchangesMask(endpoint);
		}

	}

	/**
	 * Configuration of the webhook in a servlet container.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class ServletConfiguration {

		@Bean
		ServletRegistrationBean<WebhookServlet> baleWebhookServlet(WebhookEndpoint endpoint) {
			ServletRegistrationBean<WebhookServlet> servlet = new ServletRegistrationBean<>(
					new WebhookServlet(endpoint), endpoint.path() + "/*");
			servlet.setName("baleWebhook");
			return servlet;
		}

	}

	/**
	 * Configuration of the webhook with WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class ReactiveConfiguration {

		// Before those of the application, which may have a handler for all paths.
		private static final int ORDER = -10;

		@Bean
		SimpleUrlHandlerMapping baleWebhookHandlerMapping(WebhookEndpoint endpoint) {
			return new SimpleUrlHandlerMapping(Map.of(endpoint.path() + "/**", new WebhookWebHandler(endpoint)), ORDER);
		}

	}

	/**
	 * Fails the start of an application without a web server.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnNotWebApplication
	static class NoWebConfiguration {

		NoWebConfiguration() {
			throw new InvalidConfigurationPropertyValueException("bale.transport", "webhook",
					"It requires a web application: add spring-boot-starter-webmvc or spring-boot-starter-webflux, or use 'long-polling'.");
		}

	}

}
