package io.github.balethon.autoconfigure;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.balethon.access.BaleAccess;
import io.github.balethon.access.BaleAccessDecider;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStates;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleLocaleResolver;
import io.github.balethon.handler.BaleReturnValueHandler;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.UnhandledUpdateEvent;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.model.Update;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever code of the application throws, wherever the bot calls it, costs its own
 * update only: the next one of the same person and those of others are answered, and
 * nothing is left in flight.
 */
@Timeout(60)
class UserCodeErrorsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final Person sara = this.emulator.person("Sara");

	private final Person reza = this.emulator.person("Reza");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@ParameterizedTest
	@EnumSource
	void costsItsUpdateOnly(Place place) {
		Trouble trouble = new Trouble();
		Bots.on(this.emulator)
			.withPropertyValues("bale.max-workers=2")
			.withBean(Trouble.class, () -> trouble)
			.withUserConfiguration(Everything.class, Filters.class, Messages.class, Troubled.class, States.class,
					Bot.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				Dispatcher dispatcher = context.getBean(Dispatcher.class);
				LongPolling polling = context.getBean(LongPolling.class);
				for (Throwable error : Trouble.ERRORS) {
					long before = finished(dispatcher);
					trouble.arm(place, error);
					this.sara.write(place.text);
					Awaitility.await().atMost(LONG).until(() -> finished(dispatcher) > before);
					awaitIdle(dispatcher);
					assertThat(trouble.hasHappened()).as("%s was reached", place).isTrue();
					trouble.arm(null, error);
					this.sara.write("after");
					this.reza.write("other");
					awaitText(this.sara, "after");
					awaitText(this.reza, "other");
					awaitIdle(dispatcher);
					assertThat(polling.state()).isEqualTo(PollingState.POLLING);
				}
			});
	}

	// One that is new belongs into the table, or into the list of those that the bot
	// itself or a store implements.
	@Test
	void everyInterfaceThatAnApplicationMayImplementIsInTheTable() {
		Set<String> tried = EnumSet.allOf(Place.class)
			.stream()
			.map((place) -> place.called)
			.filter(Class::isInterface)
			.map(Class::getName)
			.collect(Collectors.toSet());
		// Telemetry is tried in ObservationErrorsTests; the other ones are the bot's.
		Set<String> others = Set.of("BaleClientObservationConvention", "BaleHandlerObservationConvention",
				"BaleClientBuilderCustomizer", "BaleClient", "BaleOperations", "ChatOperations", "MediaOperations",
				"MessageOperations", "BlockingBaleClient", "BlockingBaleOperations", "BlockingChatOperations",
				"BlockingMediaOperations", "BlockingMessageOperations", "BaleContext", "BaleHandlerMethod",
				"InboxAppender", "InboxStatus", "BaleConnection", "BaleConnectionDetails", "BaleMethod", "ChatMethod",
				"FileMethod", "IdempotentMethod", "ReplyMethod", "DeadLetters", "Inbox", "InboxReceiver",
				"UpdateSource", "UpdateSourceListener");
		List<String> missing = new ClassFileImporter()
			.importPackages("io.github.balethon.access", "io.github.balethon.client", "io.github.balethon.conversation",
					"io.github.balethon.dispatch", "io.github.balethon.handler", "io.github.balethon.inbox",
					"io.github.balethon.method", "io.github.balethon.source", "io.github.balethon.bot",
					"io.github.balethon.autoconfigure")
			.stream()
			.filter((type) -> type.isInterface() && !type.isAnnotation() && type.isTopLevelClass())
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.filter((type) -> !type.reflect().isSealed())
			.filter((type) -> !others.contains(type.getSimpleName()))
			.map(JavaClass::getName)
			.filter((name) -> !tried.contains(name))
			.toList();
		assertThat(missing).isEmpty();
	}

	private static long finished(Dispatcher dispatcher) {
		return dispatcher.statistics().handled() + dispatcher.statistics().failed()
				+ dispatcher.statistics().unmatched();
	}

	private static void awaitIdle(Dispatcher dispatcher) {
		Awaitility.await()
			.atMost(LONG)
			.until(() -> dispatcher.inFlight() == 0 && dispatcher.lanes() == 0 && dispatcher.callsInFlight() == 0);
	}

	// The update before may have been answered, too.
	private static void awaitText(Person person, String text) {
		Awaitility.await().atMost(LONG).until(() -> person.awaitReply(LONG).text(), text::equals);
	}

	/**
	 * Where code of the application is called.
	 */
	enum Place {

		HANDLER("handler", BaleHandler.class), RETURNED_CHAIN("chain", BaleHandler.class),
		EXCEPTION_HANDLER("fails", BaleExceptionHandler.class),
		ARGUMENT_RESOLVER("resolved", BaleArgumentResolver.class),
		RETURN_VALUE_HANDLER("special", BaleReturnValueHandler.class),
		RETURN_VALUE_CHAIN("special", BaleReturnValueHandler.class), PRE_HANDLE("plain", BaleUpdateInterceptor.class),
		POST_HANDLE("plain", BaleUpdateInterceptor.class), AFTER_COMPLETION("plain", BaleUpdateInterceptor.class),
		CLIENT("plain", BaleClientInterceptor.class), CLIENT_CHAIN("plain", BaleClientInterceptor.class),
		LOCALE("message", BaleLocaleResolver.class), MESSAGE_SOURCE("message", AbstractMessageSource.class),
		DECIDER("guarded", BaleAccessDecider.class), CONDITION("conditional", BaleCondition.class),
		STATES("stateful", ConversationStates.class), FILTER("plain", WebClientCustomizer.class),
		FILTER_CHAIN("plain", WebClientCustomizer.class), UNHANDLED_LISTENER("nobody", EventListener.class);

		private final String text;

		private final Class<?> called;

		Place(String text, Class<?> called) {
			this.text = text;
			this.called = called;
		}

	}

	/**
	 * A value that only a bean of the application can resolve or send.
	 *
	 * @param text the text
	 */
	record Special(String text) {

	}

	@Component
	static class Everything implements BaleArgumentResolver, BaleReturnValueHandler, BaleUpdateInterceptor,
			BaleClientInterceptor, BaleLocaleResolver, BaleAccessDecider {

		private final Trouble trouble;

		Everything(Trouble trouble) {
			this.trouble = trouble;
		}

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Special.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, BaleContext context) {
			this.trouble.at(Place.ARGUMENT_RESOLVER);
			return new Special("resolved");
		}

		@Override
		public boolean supportsReturnType(ResolvableType type) {
			return type.toClass() == Special.class;
		}

		@Override
		public Mono<?> handleReturnValue(Object value, BaleContext context) {
			this.trouble.at(Place.RETURN_VALUE_HANDLER);
			return context.reply(((Special) value).text())
				.doOnNext((sent) -> this.trouble.at(Place.RETURN_VALUE_CHAIN));
		}

		@Override
		public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
			this.trouble.at(Place.PRE_HANDLE);
			return true;
		}

		@Override
		public void postHandle(BaleContext context, BaleHandlerMethod handler, @Nullable Object result) {
			this.trouble.at(Place.POST_HANDLE);
		}

		@Override
		public void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error) {
			this.trouble.at(Place.AFTER_COMPLETION);
		}

		@Override
		public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
			this.trouble.at(Place.CLIENT);
			return next.execute(method).doOnNext((result) -> this.trouble.at(Place.CLIENT_CHAIN));
		}

		@Override
		public Locale resolveLocale(Update update) {
			this.trouble.at(Place.LOCALE);
			return Locale.ENGLISH;
		}

		@Override
		public boolean mayUse(BaleContext context, BaleHandlerMethod handler) {
			this.trouble.at(Place.DECIDER);
			return true;
		}

	}

	@Component
	static class Filters implements WebClientCustomizer {

		private final Trouble trouble;

		Filters(Trouble trouble) {
			this.trouble = trouble;
		}

		@Override
		public void customize(WebClient.Builder builder) {
			builder.filter((request, next) -> {
				// The poll goes through it, too, and brings the update.
				if (!request.url().getPath().endsWith("sendMessage")) {
					return next.exchange(request);
				}
				this.trouble.at(Place.FILTER);
				return next.exchange(request).doOnNext((response) -> this.trouble.at(Place.FILTER_CHAIN));
			});
		}

	}

	@Component("messageSource")
	static class Messages extends AbstractMessageSource {

		private final Trouble trouble;

		Messages(Trouble trouble) {
			this.trouble = trouble;
		}

		@Override
		protected MessageFormat resolveCode(String code, Locale locale) {
			this.trouble.at(Place.MESSAGE_SOURCE);
			return new MessageFormat("message", locale);
		}

	}

	@Component("troubled")
	static class Troubled implements BaleCondition {

		private final Trouble trouble;

		Troubled(Trouble trouble) {
			this.trouble = trouble;
		}

		@Override
		public boolean matches(BaleContext context) {
			this.trouble.at(Place.CONDITION);
			return true;
		}

	}

	@Component
	static class States implements ConversationStates {

		private final Trouble trouble;

		States(Trouble trouble) {
			this.trouble = trouble;
		}

		@Override
		public @Nullable String current(ConversationKey key) {
			this.trouble.at(Place.STATES);
			return null;
		}

	}

	@Component
	static class Bot {

		private final Trouble trouble;

		Bot(Trouble trouble) {
			this.trouble = trouble;
		}

		@BaleText("handler")
		String handler() {
			this.trouble.at(Place.HANDLER);
			return "handler";
		}

		@BaleText("chain")
		Mono<?> chain(BaleContext context) {
			return context.reply("chain").doOnNext((sent) -> this.trouble.at(Place.RETURNED_CHAIN));
		}

		@BaleText("fails")
		void fails() {
			throw new UnsupportedOperationException("expected by this test");
		}

		@BaleExceptionHandler
		String failed(UnsupportedOperationException error) {
			this.trouble.at(Place.EXCEPTION_HANDLER);
			return "failed";
		}

		@BaleText("resolved")
		String resolved(Special special) {
			return special.text();
		}

		@BaleText("special")
		Special special() {
			return new Special("special");
		}

		@BaleText("message")
		MessageSourceResolvable message() {
			return new DefaultMessageSourceResolvable("any");
		}

		@BaleText("guarded")
		@BaleAccess(deciders = Everything.class)
		String guarded() {
			return "guarded";
		}

		@BaleHandler(text = "conditional", when = "troubled")
		String conditional() {
			return "conditional";
		}

		@BaleHandler(text = "stateful", state = "asked")
		String stateful() {
			return "stateful";
		}

		@BaleHandler(text = { "plain", "after", "other" })
		String echo(String text) {
			return text;
		}

		@EventListener
		void unhandled(UnhandledUpdateEvent event) {
			this.trouble.at(Place.UNHANDLED_LISTENER);
		}

	}

}
