package io.github.balethon.handler.internal;

import java.util.List;

import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.internal.foreign.AbsentBots;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.OverridingClassLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Beans whose methods refer to a class that is not on the class path.
 */
class AbsentClassTests {

	private @Nullable AnnotationConfigApplicationContext context;

	@AfterEach
	void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	@Test
	void lazyBeanWithAnAbsentClassIsSkipped() {
		IllegalStateException error = new IllegalStateException();
		for (String name : List.of("Parameter", "Generic", "ReturnType", "Advice")) {
			try (AnnotationConfigApplicationContext created = withBean(name, true);
					BotFixture other = BotFixture.of()) {
				HandlerRegistry registry = created.getBean(HandlerRegistry.class);
				assertThat(registry.isEmpty()).as(name).isTrue();
				UpdateHandling handling = registry.handle(other.contextOf(Updates.text("x")));
				assertThatExceptionOfType(IllegalStateException.class).as(name)
					.isThrownBy(() -> handling.recover(error))
					.isSameAs(error);
			}
		}
	}

	@Test
	void handlerWithAnAbsentClassFailsTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> withBean("Generic", false))
			.withMessageContaining(
					"A handler of bean 'bot' refers to a class that is absent: " + AbsentBots.Absent.class.getName());
	}

	private static ClassLoader withoutAbsentClass() {
		return new OverridingClassLoader(AbsentClassTests.class.getClassLoader()) {

			@Override
			protected boolean isEligibleForOverriding(String className) {
				return className.startsWith(AbsentBots.class.getName());
			}

			@Override
			protected Class<?> loadClass(String className, boolean resolve) throws ClassNotFoundException {
				if (className.equals(AbsentBots.Absent.class.getName())) {
					throw new ClassNotFoundException(className);
				}
				return super.loadClass(className, resolve);
			}

		};
	}

	private AnnotationConfigApplicationContext withBean(String name, boolean lazy) {
		AnnotationConfigApplicationContext created = new AnnotationConfigApplicationContext();
		created.setClassLoader(withoutAbsentClass());
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setBeanClassName(AbsentBots.class.getName() + "$" + name);
		definition.setLazyInit(lazy);
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

}
