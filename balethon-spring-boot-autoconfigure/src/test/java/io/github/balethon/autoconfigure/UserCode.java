package io.github.balethon.autoconfigure;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.github.balethon.access.BaleAccess;
import io.github.balethon.access.BaleAccessDecider;
import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleLocaleResolver;
import io.github.balethon.handler.BaleReturnValueHandler;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.BaleUpdateResumer;
import io.github.balethon.handler.UnhandledUpdateEvent;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
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

/**
 * Beans of an application that {@link Trouble} makes throw.
 */
final class UserCode {

	private UserCode() {
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
		STATES("stateful", ConversationStore.class), RESUMER("pressed", BaleUpdateResumer.class),
		FILTER("plain", WebClientCustomizer.class), FILTER_CHAIN("plain", WebClientCustomizer.class),
		UNHANDLED_LISTENER("nobody", EventListener.class);

		private final String text;

		private final Class<?> called;

		Place(String text, Class<?> called) {
			this.text = text;
			this.called = called;
		}

		String text() {
			return this.text;
		}

		Class<?> called() {
			return this.called;
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
			BaleClientInterceptor, BaleLocaleResolver, BaleAccessDecider, BaleUpdateResumer {

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
		public @Nullable Update resume(BaleContext context) {
			this.trouble.at(Place.RESUMER);
			return null;
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
				// Requests of getUpdates pass the filter, too.
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
	static class States implements ConversationStore {

		private final Trouble trouble;

		States(Trouble trouble) {
			this.trouble = trouble;
		}

		@Override
		public @Nullable StoredConversation load(ConversationKey key, Update update) {
			this.trouble.at(Place.STATES);
			return null;
		}

		@Override
		public void save(ConversationChange change) {
		}

		@Override
		public List<StoredConversation> due(long botId, Instant now, int limit) {
			return List.of();
		}

		@Override
		public @Nullable Instant nextTimeout(long botId) {
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

		@BaleCallback("pressed")
		String pressed() {
			return "pressed";
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
