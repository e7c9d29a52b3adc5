package io.github.balethon.autoconfigure;

import java.util.List;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientBuilder;
import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.client.BaleClientObservationConvention;
import io.github.balethon.client.BaleProxy;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.client.InitDataValidator;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.dispatch.CallTracker;
import io.github.balethon.dispatch.CallsLifecycle;
import io.github.balethon.dispatch.ShutdownDeadline;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Auto-configuration of the client of Bale's Bot API. The beans of the bot refer to its
 * client by name, so that additional clients, such as one for another bot, do not replace
 * it. {@link BaleClientBuilderCustomizer} beans customize the client.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = WebClientAutoConfiguration.class)
@ConditionalOnClass({ BaleClient.class, WebClient.class, WebClientCustomizer.class })
@ConditionalOnBooleanProperty(name = "bale.enabled", matchIfMissing = true)
@EnableConfigurationProperties(BaleProperties.class)
public final class BaleAutoConfiguration {

	private final BaleProperties properties;

	BaleAutoConfiguration(BaleProperties properties) {
		BalePropertiesCheck.check(properties);
		this.properties = properties;
	}

	@Bean(BeanNames.CONNECTION_DETAILS)
	@ConditionalOnMissingBean(BaleConnectionDetails.class)
	PropertiesBaleConnectionDetails baleConnectionDetails() {
		return new PropertiesBaleConnectionDetails(this.properties);
	}

	// Outermost, so that the work of other interceptors is part of the call.
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@ConditionalOnMissingBean
	CallTracker baleCallTracker() {
		return new CallTracker();
	}

	@Bean
	@ConditionalOnMissingBean
	ShutdownDeadline baleShutdownDeadline() {
		return new ShutdownDeadline(this.properties.dispatch().shutdownTimeout());
	}

	@Bean
	@ConditionalOnMissingBean
	CallsLifecycle baleCallsLifecycle(CallTracker calls, ShutdownDeadline deadline) {
		return new CallsLifecycle(calls, deadline);
	}

	@Bean
	@ConditionalOnMissingBean
	UpdateDecoder baleUpdateDecoder() {
		return new UpdateDecoder();
	}

	// A builder is mutable, so each injection point gets one of its own.
	@Bean(BeanNames.CLIENT_BUILDER)
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnMissingBean(name = BeanNames.CLIENT_BUILDER)
	BaleClientBuilder baleClientBuilder(BaleConnectionDetails connection, ListableBeanFactory beans,
			ObjectProvider<BaleClientInterceptor> interceptors, ObjectProvider<ObservationRegistry> registries,
			ObjectProvider<BaleClientObservationConvention> conventions, ObjectProvider<ObservationListeners> listeners,
			CallsLifecycle calls, UpdateDecoder updateDecoder,
			ObjectProvider<BaleClientBuilderCustomizer> customizers) {
		BaleClientProperties client = this.properties.client();
		BaleClientBuilder builder = BaleClient.builder(connection)
			.interceptors(interceptors.orderedStream().toList())
			.maxConnections(this.properties.connections())
			.connectTimeout(client.connectTimeout())
			.responseTimeout(client.responseTimeout())
			.retry(client.retry().maxAttempts(), client.retry().maxWait())
			.maxOutage(client.retry().maxOutage())
			.updateDecoder(updateDecoder)
			.beforeClose(calls::finishCalls);
		BaleClientProperties.RateLimit limit = client.rateLimit();
		if (limit.messages() != null) {
			builder.rateLimit(limit.messages(), limit.period());
		}
		if (limit.chatMessages() != null) {
			builder.chatRateLimit(limit.chatMessages(), limit.chatPeriod());
		}
		BaleClientProperties.Proxy proxy = client.proxy();
		if (StringUtils.hasText(proxy.host())) {
			builder.proxy(new BaleProxy(proxy.type(), proxy.host(), proxy.port(), proxy.username(), proxy.password()));
		}
		List<WebClientCustomizer> webClientCustomizers = ApplicationWebClientCustomizers.of(beans);
		if (!webClientCustomizers.isEmpty()) {
			// Not the builder of the application, which may be load balanced.
			WebClient.Builder webClient = WebClient.builder();
			webClientCustomizers.forEach((customizer) -> customizer.customize(webClient));
			builder.webClientBuilder(webClient);
		}
		registries.ifUnique((registry) -> builder.observations(registry, conventions.getIfAvailable()));
		listeners.ifAvailable((all) -> builder.callMeters(all.metersIfAlone()));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	@Bean(BeanNames.CLIENT)
	@ConditionalOnMissingBean(name = BeanNames.CLIENT)
	BaleClient baleClient(@Qualifier(BeanNames.CLIENT_BUILDER) BaleClientBuilder builder) {
		return builder.build();
	}

	@Bean(BeanNames.BLOCKING_CLIENT)
	@ConditionalOnMissingBean(name = BeanNames.BLOCKING_CLIENT)
	BlockingBaleClient blockingBaleClient(@Qualifier(BeanNames.CLIENT) BaleClient client) {
		return client.blocking();
	}

	// Lazy, as most bots have no mini app.
	@Bean
	@Lazy
	@ConditionalOnMissingBean
	InitDataValidator baleInitDataValidator(BaleConnectionDetails connection) {
		return new InitDataValidator(connection, this.properties.miniApp().maxAge());
	}

	@Bean
	static PrimaryClients balePrimaryClients() {
		return new PrimaryClients();
	}

}
