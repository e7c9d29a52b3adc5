package io.github.balethon.handler.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.internal.foreign.ForeignBot;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.context.support.SimpleThreadScope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Handlers of proxied, lazy and scoped beans that a proxy does not override.
 */
class ProxiedHandlerTests {

	private @Nullable AnnotationConfigApplicationContext context;

	@AfterEach
	void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Test
	void finalMethodOfAProxyFailsTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> proxied(FinalBot.class))
			.withMessage("Handler FinalBot#handle of bean 'bot' is final, so the CGLIB proxy of the bean cannot "
					+ "override it, and it would run on the proxy, without the fields of the bean.")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Remove 'final'"));
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> proxied(ErrorsOfForeignClass.class))
			.withMessageContaining("ForErrors#error of bean 'bot' is final");
	}

	@Test
	void packagePrivateMethodOfAProxyInAnotherPackageFailsTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> proxied(LocalBot.class))
			.withMessage("Handler ForeignBot#packagePrivate of bean 'bot' is package-private in another package, so "
					+ "the CGLIB proxy of the bean cannot override it, and it would run on the proxy, without the "
					+ "fields of the bean.")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("protected or public"));
	}

	@Test
	void finalMethodOfALazyProxyFailsTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> proxied(LazyFinalBot.class))
			.withMessageContaining("is final, so the CGLIB proxy");
	}

	@Test
	void finalMethodOfAScopedProxyFailsTheStart() {
		AnnotationConfigApplicationContext created = new AnnotationConfigApplicationContext();
		created.getBeanFactory().registerScope("thread", new SimpleThreadScope());
		created.register(ScopedFinalBot.class);
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> refreshed(created))
			.withMessageContaining("is final, so the CGLIB proxy");
	}

	@Test
	void methodsThatAProxyOverridesOrWithoutAProxyAreValid() {
		proxied(OpenBot.class).close();
		try (BotFixture bot = BotFixture.of(FinalBot.class, LocalConfiguration.class)) {
			assertThat(bot.answers(Updates.text("x"))).containsExactly("field");
		}
	}

	private AnnotationConfigApplicationContext proxied(Class<?> type) {
		AnnotationConfigApplicationContext created = new AnnotationConfigApplicationContext();
		RootBeanDefinition creator = new RootBeanDefinition(DefaultAdvisorAutoProxyCreator.class);
		creator.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
		creator.getPropertyValues().add("proxyTargetClass", true);
		created.registerBeanDefinition("autoProxyCreator", creator);
		created.registerBean(DefaultPointcutAdvisor.class,
				() -> new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(Advised.class),
						(org.springframework.aop.MethodBeforeAdvice) (method, arguments, target) -> {
						}));
		RootBeanDefinition definition = new RootBeanDefinition(type);
		definition.setLazyInit(type.isAnnotationPresent(Lazy.class));
		created.registerBeanDefinition("bot", definition);
		return refreshed(created);
	}

	private AnnotationConfigApplicationContext refreshed(AnnotationConfigApplicationContext created) {
		this.context = created;
		created.registerBean(HandlerRegistry.class,
				() -> new HandlerRegistry(created.getBeanFactory(), new HandlerSettings(null, true), created));
		created.refresh();
		return created;
	}

	/**
	 * Marks a method that has advice, so that its bean has a proxy.
	 */
	@Retention(RetentionPolicy.RUNTIME)
	@interface Advised {

	}

	static class FinalBot {

		private final String field = new String("field");

		@BaleHandler
		final String handle() {
			return this.field;
		}

		@Advised
		void advised() {
		}

	}

	@Lazy
	static class LazyFinalBot extends FinalBot {

	}

	@Scope(scopeName = "thread", proxyMode = ScopedProxyMode.TARGET_CLASS)
	static class ScopedFinalBot extends FinalBot {

	}

	static class LocalBot extends ForeignBot {

		@Advised
		void advised() {
		}

	}

	static class ErrorsOfForeignClass extends ForeignBot.ForErrors {

		@Advised
		void advised() {
		}

	}

	static class OpenBot {

		@Advised
		@BaleHandler
		void handle() {
		}

		@BaleHandler(kind = UpdateKind.UNKNOWN)
		protected void other() {
		}

		@BaleCallback("x")
		static void fixed() {
		}

		@BaleExceptionHandler
		void error(IllegalStateException ex) {
		}

	}

	@Configuration
	static class LocalConfiguration {

		private final String field = new String("field");

		@Bean
		String someBean() {
			return this.field;
		}

		@BaleCallback("x")
		final String press() {
			return this.field;
		}

	}

}
