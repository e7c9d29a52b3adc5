package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HandlerRegistryTests {

	private final RecordingClient client = new RecordingClient();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@AfterEach
	void closeContext() {
		this.context.close();
	}

	@Test
	void handlerDoesNotApplyWithoutAValueForAParameterThatIsNotNullable() throws Throwable {
		HandlerRegistry registry = registry(NullableBot.class);
		Update photo = Updates.text(null);
		assertThat(invoke(registry, photo)).isEqualTo("NullableBot#any");
		assertThat(this.context.getBean(NullableBot.class).seen).containsExactly("null");
	}

	@Test
	void keyOfAnUpdateDoesNotDependOnTheDefaultLocale() throws Throwable {
		HandlerRegistry registry = registry(ArgumentsBot.class);
		Update update = Updates.press("data");
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
		try {
			invoke(registry, update);
			assertThat(this.context.getBean(ArgumentsBot.class).arguments.get(6)).isInstanceOf(BaleContext.class)
				.satisfies((argument) -> assertThat(((BaleContext) argument).updateKey()).isEqualTo("77:3:a8dab20a"));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void everyDocumentedArgumentIsResolved() throws Throwable {
		HandlerRegistry registry = registry(ArgumentsBot.class);
		Update update = Updates.press("data");
		invoke(registry, update);
		assertThat(this.context.getBean(ArgumentsBot.class).arguments).element(0).isSameAs(update);
		assertThat(this.context.getBean(ArgumentsBot.class).arguments).element(1)
			.isSameAs(update.callbackQuery().message());
		assertThat(this.context.getBean(ArgumentsBot.class).arguments.subList(2, 6))
			.containsExactly(update.callbackQuery(), update.from(), update.chat(), "data");
		assertThat(this.context.getBean(ArgumentsBot.class).arguments.get(6)).isInstanceOf(BaleContext.class)
			.satisfies((argument) -> assertThat(((BaleContext) argument).updateKey()).isEqualTo("77:3:a8dab20a"));
		assertThat(this.context.getBean(ArgumentsBot.class).arguments.get(7)).isSameAs(this.client);
		assertThat(this.context.getBean(ArgumentsBot.class).arguments.get(8)).isInstanceOf(BlockingBaleClient.class);
	}

	@Test
	void exceptionOfTheHandlerIsNotWrapped() {
		HandlerRegistry registry = registry(FailingBot.class);
		assertThatExceptionOfType(java.io.IOException.class).isThrownBy(() -> invoke(registry, Updates.text("x")))
			.withMessage("checked");
	}

	@Test
	void handlersAreFoundOnJdkProxies() throws Throwable {
		this.context.registerBean(JdkProxiedBot.class);
		HandlerRegistry registry = proxiedRegistry();
		assertThat(this.context.getBean(Bot.class)).isNotInstanceOf(JdkProxiedBot.class);
		assertThat(invoke(registry, Updates.text("x"))).isEqualTo("JdkProxiedBot#handle");
		assertThat(this.context.getBean(AtomicInteger.class)).hasValue(1);
	}

	@Test
	void handlersAreFoundOnCglibProxies() throws Throwable {
		this.context.registerBean(CglibProxiedBot.class);
		HandlerRegistry registry = proxiedRegistry();
		assertThat(this.context.getBean(CglibProxiedBot.class).getClass()).isNotEqualTo(CglibProxiedBot.class);
		assertThat(invoke(registry, Updates.text("x"))).isEqualTo("CglibProxiedBot#handle");
		assertThat(this.context.getBean(AtomicInteger.class)).hasValue(1);
	}

	@Test
	void handlersAreFoundOnScopedBeansOnce() throws Throwable {
		this.context.getBeanFactory().registerScope("thread", new SimpleThreadScope());
		HandlerRegistry registry = registry(ScopedBot.class);
		assertThat(invoke(registry, Updates.text("x"))).isEqualTo("ScopedBot#handle");
	}

	@Test
	void lazyBeanIsCreatedByItsFirstUpdate() throws Throwable {
		HandlerRegistry registry = registry(LazyBot.class);
		assertThat(this.context.getBeanFactory().containsSingleton("handlerRegistryTests.LazyBot")).isFalse();
		assertThat(invoke(registry, Updates.text("x"))).isEqualTo("LazyBot#handle");
		assertThat(this.context.getBean(LazyBot.class).handled).isOne();
	}

	@Test
	void applicationWithoutHandlersHasAnEmptyRegistry() {
		assertThat(registry().isEmpty()).isTrue();
		assertThat(handler(registryIn(new AnnotationConfigApplicationContext()), Updates.text("x"))).isNull();
	}

	@Test
	void methodThatTheProxyHidesFailsTheStart() {
		this.context.registerBean(HiddenBot.class);
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(this::proxiedRegistry)
			.withMessageContaining("HiddenBot#hidden")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("interface of the bean"));
	}

	private HandlerRegistry registry(Class<?>... beans) {
		if (beans.length > 0) {
			this.context.register(beans);
		}
		return registryIn(this.context);
	}

	private HandlerRegistry proxiedRegistry() {
		AtomicInteger calls = new AtomicInteger();
		this.context.registerBean(AtomicInteger.class, () -> calls);
		RootBeanDefinition creator = new RootBeanDefinition(DefaultAdvisorAutoProxyCreator.class);
		creator.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		this.context.registerBeanDefinition("autoProxyCreator", creator);
		this.context.registerBean(DefaultPointcutAdvisor.class, () -> new DefaultPointcutAdvisor(
				new AnnotationMatchingPointcut(null, BaleHandler.class, true),
				(org.springframework.aop.MethodBeforeAdvice) (method, arguments, target) -> calls.incrementAndGet()));
		return registryIn(this.context);
	}

	private static HandlerRegistry registryIn(AnnotationConfigApplicationContext context) {
		context.registerBean(HandlerRegistry.class,
				() -> new HandlerRegistry(context.getBeanFactory(), new HandlerSettings(null, true), context));
		context.refresh();
		return context.getBean(HandlerRegistry.class);
	}

	private @Nullable String handler(HandlerRegistry registry, Update update) {
		UpdateHandling handling = registry.handle(contextOf(update));
		return handling.advance() ? String.valueOf(handling.handler()) : null;
	}

	private @Nullable String invoke(HandlerRegistry registry, Update update) throws Throwable {
		UpdateHandling handling = registry.handle(contextOf(update));
		assertThat(handling.advance()).isTrue();
		Mono<?> result = handling.invoke();
		if (result != null) {
			result.block();
		}
		return String.valueOf(handling.handler());
	}

	private BaleContext contextOf(Update update) {
		return new BaleContextFactory(() -> 77, new MessageTexts(new StaticMessageSource(), (any) -> Locale.ROOT))
			.create(update, this.client, false);
	}

	static class NullableBot {

		private final List<String> seen = new ArrayList<>();

		@Order(1)
		@BaleHandler
		void text(String text) {
			this.seen.add(text);
		}

		@Order(2)
		@BaleHandler
		void any(@Nullable String text) {
			this.seen.add(String.valueOf(text));
		}

	}

	static class ArgumentsBot {

		private List<Object> arguments = List.of();

		@BaleHandler
		void handle(Update update, Message message, CallbackQuery query, User user, Chat chat, String text,
				BaleContext context, BaleClient client, BlockingBaleClient blocking) {
			this.arguments = List.of(update, message, query, user, chat, text, context, client, blocking);
		}

	}

	static class FailingBot {

		@BaleHandler
		void fail() throws java.io.IOException {
			throw new java.io.IOException("checked");
		}

	}

	interface Bot {

		void handle(String text);

	}

	static class JdkProxiedBot implements Bot {

		@Override
		@BaleHandler
		public void handle(String text) {
		}

	}

	static class CglibProxiedBot {

		@BaleHandler
		void handle(String text) {
		}

	}

	static class HiddenBot implements Bot {

		@Override
		public void handle(String text) {
		}

		@BaleHandler
		void hidden(String text) {
		}

	}

	@Scope(scopeName = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class ScopedBot {

		@BaleHandler
		void handle(String text) {
		}

	}

	@Lazy
	static class LazyBot {

		private int handled;

		@BaleHandler
		void handle(String text) {
			this.handled++;
		}

	}

}
