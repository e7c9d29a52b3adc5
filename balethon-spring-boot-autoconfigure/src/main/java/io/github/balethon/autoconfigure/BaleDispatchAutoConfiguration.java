package io.github.balethon.autoconfigure;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

import io.github.balethon.access.Memberships;
import io.github.balethon.access.SenderRateLimit;
import io.github.balethon.access.internal.AccessInterceptor;
import io.github.balethon.access.internal.MembershipInterceptor;
import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.MemoryConversationStore;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.dispatch.BaleHandlerObservationConvention;
import io.github.balethon.dispatch.BaleUpdateObservationConvention;
import io.github.balethon.dispatch.CallTracker;
import io.github.balethon.dispatch.DispatchSettings;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.HandlerObservations;
import io.github.balethon.dispatch.UpdateMdc;
import io.github.balethon.dispatch.UpdateRecorder;
import io.github.balethon.handler.BaleLocaleResolver;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.HandlerSettings;
import io.github.balethon.handler.internal.MessageTexts;
import io.github.balethon.handler.internal.TypingInterceptor;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.model.ChatId;
import io.github.balethon.source.UpdateSource;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.Assert;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Auto-configuration of the dispatching of updates to handlers.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { BaleAutoConfiguration.class, BaleCallbackAutoConfiguration.class,
		BaleInboxAutoConfiguration.class, BaleRedisAutoConfiguration.class, TaskExecutionAutoConfiguration.class })
@ConditionalOnBean({ BaleAutoConfiguration.class, Inbox.class })
@EnableConfigurationProperties(BaleObservationProperties.class)
public final class BaleDispatchAutoConfiguration {

	// Not a default candidate, so that injection of executors does not change.
	@Bean(name = BeanNames.TASK_EXECUTOR, defaultCandidate = false)
	@ConditionalOnMissingBean(name = BeanNames.TASK_EXECUTOR)
	ThreadPoolTaskExecutor baleTaskExecutor(BaleProperties properties,
			ObjectProvider<ThreadPoolTaskExecutorBuilder> builders, Environment environment) {
		boolean virtual = Threading.VIRTUAL.isActive(environment);
		// After the customizers of the application, which are meant for its executor.
		return builders.getIfUnique(ThreadPoolTaskExecutorBuilder::new)
			.threadNamePrefix("bale-")
			// Each update is decorated, not the worker, which serves many users.
			.taskDecorator(null)
			.additionalCustomizers((executor) -> {
				// A pool whose queue has room never grows past its core.
				executor.setCorePoolSize(properties.workers());
				executor.setMaxPoolSize(properties.workers());
				executor.setQueueCapacity(properties.workers());
				executor.setVirtualThreads(virtual);
				// The bot has a deadline of its own; the executor would wait again, for
				// the
				// timeout of its phase.
				executor.setAcceptTasksAfterContextClose(true);
			})
			.build();
	}

	@Bean
	@ConditionalOnMissingBean
	HandlerRegistry baleHandlerRegistry(ConfigurableListableBeanFactory beanFactory, BaleProperties properties,
			ApplicationEventPublisher events) {
		return new HandlerRegistry(beanFactory,
				new HandlerSettings(properties.username(), properties.handler().normalizeText()), events);
	}

	@Bean
	BotUsernameLookup baleBotUsernameLookup(HandlerRegistry handlers, @Qualifier(BeanNames.CLIENT) BaleClient client) {
		return new BotUsernameLookup(handlers, client);
	}

	@Bean
	@ConditionalOnMissingBean
	BaleLocaleResolver baleLocaleResolver(BaleProperties properties) {
		return MessageTexts.languageOfUserOr(properties.handler().locale());
	}

	// The context delegates to the effective message source.
	@Bean
	@ConditionalOnMissingBean
	BaleContextFactory baleContextFactory(BaleConnectionDetails connection, ApplicationContext messages,
			BaleLocaleResolver locales, Conversations conversations) {
		return new BaleContextFactory(() -> connection.token().botId(), new MessageTexts(messages, locales),
				conversations);
	}

	@Bean
	@ConditionalOnMissingBean
	Dispatcher baleDispatcher(Inbox inbox, HandlerRegistry handlers, @Qualifier(BeanNames.CLIENT) BaleClient client,
			CallTracker calls, BaleContextFactory contexts, @Qualifier(BeanNames.TASK_EXECUTOR) Executor executor,
			BaleProperties properties, ObjectProvider<ObservationRegistry> registries,
			ObjectProvider<BaleHandlerObservationConvention> conventions,
			ObjectProvider<BaleUpdateObservationConvention> updateConventions, BaleObservationProperties observation,
			ObjectProvider<ObservationListeners> observationListeners, ObjectProvider<TaskDecorator> decorators,
			ObjectProvider<UpdateRecorder> recorders) {
		ObservationListeners listeners = observationListeners.getIfAvailable();
		HandlerObservations observations = new HandlerObservations(
				registries.getIfUnique(() -> ObservationRegistry.NOOP), conventions.getIfAvailable(),
				updateConventions.getIfAvailable(), (listeners != null) ? listeners.metersIfAlone() : null,
				observation.mdc() ? new UpdateMdc(contexts::botId) : null);
		BaleDispatchProperties dispatch = properties.dispatch();
		BaleDispatchProperties.Retry retry = dispatch.retry();
		ExponentialBackOff backOff = new ExponentialBackOff(retry.initialBackoff().toMillis(), 2);
		backOff.setMaxInterval(retry.maxBackoff().toMillis());
		DispatchSettings settings = new DispatchSettings(properties.workers(), dispatch.ordering(),
				dispatch.handlerTimeout(), dispatch.maxAge(), retry.maxAttempts(), backOff);
		return new Dispatcher(inbox, handlers, client, calls, contexts, executor, settings, observations,
				decorator(decorators), recorders.getIfAvailable(() -> new UpdateRecorder(0)));
	}

	// The same decorators, in the same order, as for the executor of Spring Boot.
	private static @Nullable TaskDecorator decorator(ObjectProvider<TaskDecorator> decorators) {
		List<TaskDecorator> ordered = decorators.orderedStream().toList();
		return switch (ordered.size()) {
			case 0 -> null;
			case 1 -> ordered.get(0);
			default -> new CompositeTaskDecorator(ordered);
		};
	}

	@Bean
	@ConditionalOnMissingBean
	ConversationStore baleConversationStore(Inbox inbox, BaleProperties properties) {
		BaleProperties.Conversation conversation = properties.conversation();
		if (conversation.store() == BaleProperties.Conversation.Store.REDIS) {
			throw ImpossibleInboxException.conversationsWithoutRedis();
		}
		if (conversation.store() == BaleProperties.Conversation.Store.MEMORY) {
			return new MemoryConversationStore(conversation.maxInMemory());
		}
		ConversationStore ofInbox = inbox.conversations(conversation.maxInMemory());
		if (ofInbox == null && conversation.store() == BaleProperties.Conversation.Store.JDBC) {
			throw ImpossibleInboxException.conversationsWithoutDatabase();
		}
		return (ofInbox != null) ? ofInbox : new MemoryConversationStore(conversation.maxInMemory());
	}

	// With the mapper of the application, which knows its classes.
	@Bean
	Conversations baleConversations(ConversationStore store, BaleProperties properties,
			ObjectProvider<JsonMapper> mappers, @Qualifier(BeanNames.CLOCK) ObjectProvider<InstantSource> clocks) {
		BaleProperties.Conversation conversation = properties.conversation();
		return new Conversations(store, conversation.scope(), conversation.timeToLive(),
				mappers.getIfUnique(JsonMapper::shared), clocks.getIfAvailable(InstantSource::system));
	}

	@Bean
	@ConditionalOnMissingBean
	Memberships baleMemberships(BaleProperties properties) {
		return new Memberships(properties.access().membershipTimeToLive());
	}

	@Bean
	@ConditionalOnMissingBean
	MembershipInterceptor baleMembershipInterceptor(Memberships memberships, CallbackButtons buttons,
			BaleProperties properties) {
		BaleAccessProperties access = properties.access();
		return new MembershipInterceptor(memberships, buttons,
				new MembershipInterceptor.Settings(access.requiredChannels().stream().map(ChatId::parse).toList(),
						access.exemptUsers(),
						access.unavailableChannel() == BaleAccessProperties.UnavailableChannel.ALLOW));
	}

	@Bean
	@ConditionalOnMissingBean
	AccessInterceptor baleAccessInterceptor(ListableBeanFactory beanFactory, Memberships memberships) {
		return new AccessInterceptor(beanFactory, memberships);
	}

	@Bean
	@ConditionalOnMissingBean
	TypingInterceptor baleTypingInterceptor(BaleClient client) {
		return new TypingInterceptor(client, Schedulers.parallel());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty("bale.access.rate-limit.updates")
	SenderRateLimit baleSenderRateLimit(BaleProperties properties) {
		BaleAccessProperties.RateLimit limit = properties.access().rateLimit();
		Integer updates = limit.updates();
		Assert.state(updates != null, "'bale.access.rate-limit.updates' must be set");
		return new SenderRateLimit(updates, limit.period());
	}

	@Bean
	StartReport baleStartReport(BaleConnectionDetails connection, ObjectProvider<UpdateSource> source,
			Dispatcher dispatcher, @Qualifier(BeanNames.TASK_EXECUTOR) Executor executor, Inbox inbox) {
		return new StartReport(connection, source, dispatcher, executor, inbox);
	}

	@Bean
	SameBotCheck baleSameBotCheck(BaleConnectionDetails connection, @Qualifier(BeanNames.CLIENT) BaleClient client,
			@Qualifier(BeanNames.UPDATES_CLIENT) ObjectProvider<UpdatesClient> updates) {
		return new SameBotCheck(connection, client, updates);
	}

	@Bean
	AsyncExecutorCheck baleAsyncExecutorCheck(ConfigurableListableBeanFactory beanFactory) {
		return new AsyncExecutorCheck(beanFactory);
	}

}
