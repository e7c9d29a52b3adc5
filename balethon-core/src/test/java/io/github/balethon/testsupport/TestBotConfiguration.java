package io.github.balethon.testsupport;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.github.balethon.access.Memberships;
import io.github.balethon.access.internal.AccessInterceptor;
import io.github.balethon.bot.BotEvents;
import io.github.balethon.bot.BotLifecycle;
import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientBuilder;
import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.client.BaleClientObservationConvention;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.conversation.ConversationScope;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.MemoryConversationStore;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.dispatch.BaleHandlerObservationConvention;
import io.github.balethon.dispatch.BaleUpdateObservationConvention;
import io.github.balethon.dispatch.CallTracker;
import io.github.balethon.dispatch.CallsLifecycle;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.HandlerObservations;
import io.github.balethon.dispatch.ShutdownDeadline;
import io.github.balethon.dispatch.UpdateRecorder;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.HandlerSettings;
import io.github.balethon.handler.internal.MessageTexts;
import io.github.balethon.handler.internal.TypingInterceptor;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.StoreGuard;
import io.github.balethon.source.UpdateSource;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Assembles the parts of a bot, as the auto-configuration does with properties and
 * conditions.
 */
@Configuration(proxyBeanMethods = false)
class TestBotConfiguration {

	private final TestBotBuilder settings;

	TestBotConfiguration(TestBotBuilder settings) {
		this.settings = settings;
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	CallTracker callTracker() {
		return new CallTracker();
	}

	@Bean
	ShutdownDeadline shutdownDeadline() {
		return new ShutdownDeadline(this.settings.shutdownTimeout());
	}

	@Bean
	CallsLifecycle callsLifecycle(CallTracker calls, ShutdownDeadline deadline) {
		return new CallsLifecycle(calls, deadline);
	}

	@Bean
	BaleClientBuilder clientBuilder(ObjectProvider<BaleClientInterceptor> interceptors, CallsLifecycle calls,
			ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<BaleClientObservationConvention> conventions) {
		BaleClientBuilder builder = BaleClient.builder(this.settings.connection())
			.interceptors(interceptors.orderedStream().toList())
			.beforeClose(calls::finishCalls);
		observations.ifAvailable((registry) -> builder.observations(registry, conventions.getIfAvailable()));
		this.settings.customize(builder);
		return builder;
	}

	@Bean
	BaleClient client(BaleClientBuilder builder) {
		return builder.build();
	}

	@Bean
	BlockingBaleClient blockingClient(BaleClient client) {
		return client.blocking();
	}

	@Bean
	Inbox inbox() {
		Inbox inbox = this.settings.inbox();
		return (inbox != null) ? inbox : new MemoryInbox(this.settings.maxInFlight());
	}

	@Bean
	DeadLetters deadLetters(Inbox inbox) {
		return inbox.deadLetters();
	}

	@Bean
	HandlerRegistry handlerRegistry(ConfigurableListableBeanFactory beanFactory, ApplicationEventPublisher events) {
		return new HandlerRegistry(beanFactory, new HandlerSettings("my_bot", true), events);
	}

	@Bean
	AccessInterceptor accessInterceptor(ListableBeanFactory beanFactory) {
		return new AccessInterceptor(beanFactory, new Memberships());
	}

	@Bean
	TypingInterceptor typingInterceptor(BaleClient client) {
		return new TypingInterceptor(client, Schedulers.parallel());
	}

	@Bean
	Conversations conversations(Inbox inbox, ObjectProvider<ConversationStore> stores,
			ObjectProvider<InstantSource> clocks) {
		return new Conversations(stores.getIfAvailable(() -> storeOf(inbox)), ConversationScope.SENDER_IN_CHAT,
				Duration.ofDays(1), JsonMapper.shared(), clocks.getIfAvailable(InstantSource::system));
	}

	private static ConversationStore storeOf(Inbox inbox) {
		ConversationStore ofInbox = inbox.conversations(100);
		return (ofInbox != null) ? ofInbox : new MemoryConversationStore(100);
	}

	@Bean
	BaleContextFactory contextFactory(ApplicationContext messages, Conversations conversations) {
		return new BaleContextFactory(() -> this.settings.connection().token().botId(),
				new MessageTexts(messages, MessageTexts.languageOfUserOr(Locale.forLanguageTag("fa"))), conversations);
	}

	@Bean
	ThreadPoolTaskExecutor workers() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setThreadNamePrefix("bale-");
		executor.setCorePoolSize(this.settings.workers());
		executor.setMaxPoolSize(this.settings.workers());
		executor.setQueueCapacity(this.settings.workers());
		executor.setVirtualThreads(this.settings.virtualThreads());
		executor.setAcceptTasksAfterContextClose(true);
		return executor;
	}

	@Bean
	Dispatcher dispatcher(Inbox inbox, HandlerRegistry handlers, BaleClient client, CallTracker calls,
			BaleContextFactory contexts, ThreadPoolTaskExecutor workers,
			ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<BaleHandlerObservationConvention> conventions,
			ObjectProvider<BaleUpdateObservationConvention> updateConventions,
			ObjectProvider<TaskDecorator> decorators) {
		ObservationRegistry registry = observations.getIfAvailable(() -> ObservationRegistry.NOOP);
		return new Dispatcher(inbox, handlers, client, calls, contexts, workers, this.settings.dispatchSettings(),
				new HandlerObservations(registry, conventions.getIfAvailable(), updateConventions.getIfAvailable(),
						null, null),
				decorators.getIfAvailable(), new UpdateRecorder(100));
	}

	@Bean
	@Lazy
	UpdatesClient updatesClient(BaleClientBuilder builder) {
		return builder.buildUpdatesClient(this.settings.pollTimeout());
	}

	@Bean
	UpdateSource updateSource(ObjectProvider<UpdatesClient> client, Inbox inbox, Conversations conversations,
			ObjectProvider<CallbackDataStore> callbackData) {
		List<Supplier<@Nullable String>> troubles = new ArrayList<>(List.of(conversations.store()::trouble));
		callbackData.ifAvailable((store) -> troubles.add(store::trouble));
		UpdateSource source = this.settings.source();
		return (source != null) ? source
				: new LongPolling(client.getObject(), new StoreGuard(inbox, troubles), this.settings.pollingSettings());
	}

	@Bean
	BotEvents botEvents(ApplicationEventPublisher publisher) {
		return new BotEvents(publisher);
	}

	@Bean
	BotLifecycle botLifecycle(UpdateSource source, Inbox inbox, Dispatcher dispatcher, HandlerRegistry handlers,
			BotEvents events, ShutdownDeadline deadline) {
		return new BotLifecycle(source, inbox, dispatcher, handlers, events, deadline);
	}

}
