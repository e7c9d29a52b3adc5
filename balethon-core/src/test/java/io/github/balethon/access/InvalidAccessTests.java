package io.github.balethon.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.balethon.access.internal.AccessInterceptor;
import io.github.balethon.access.internal.MembershipInterceptor;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.HandlerSettings;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Annotations for access that fail the start.
 */
class InvalidAccessTests {

	@Test
	void deciderWithoutABeanFailsTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> start(GuardedBot.class))
			.withMessageContaining("Handler GuardedBot#open has the decider")
			.withMessageContaining("there is no bean of this type")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Declare a bean of type", "Guard"));
		start(GuardedBot.class, Guard.class).close();
	}

	@Test
	void malformedChatFailsTheStart() {
		for (Class<?> bot : List.of(NamelessBot.class, LinkBot.class, EmptyBot.class)) {
			assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> start(bot))
				.withMessageContaining("Handler " + bot.getSimpleName() + "#read has the invalid chat")
				.satisfies((ex) -> assertThat(ex.getAction()).contains("@my_channel"));
		}
	}

	@Test
	void membershipForSeveralMessagesFailsTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> start(AlbumBot.class))
			.withMessageContaining("Handler AlbumBot#read takes several messages together and requires a membership")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("@RequireMembership({})"));
		start(OpenAlbumBot.class).close();
	}

	@Test
	void placeholdersMayContainSeveralChats() {
		start(ConfiguredBot.class).close();
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> start(MissingBot.class))
			.withMessageContaining("\"${shop.missing:}\"");
	}

	private static AnnotationConfigApplicationContext start(Class<?>... beans) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("shop", Map.of("shop.channels", "@news, 1050637241")));
		context.register(beans);
		context.registerBean(AccessInterceptor.class,
				() -> new AccessInterceptor(context.getBeanFactory(), new Memberships()));
		context.registerBean(MembershipInterceptor.class, () -> new MembershipInterceptor(new Memberships(),
				new NoButtons(), new MembershipInterceptor.Settings(List.of(), Set.of(), true)));
		context.registerBean(HandlerRegistry.class,
				() -> new HandlerRegistry(context.getBeanFactory(), new HandlerSettings("my_bot", true), context));
		try {
			context.refresh();
		}
		catch (RuntimeException ex) {
			context.close();
			throw ex;
		}
		return context;
	}

	static final class NoButtons implements CallbackButtons {

		@Override
		public String data(Record data) {
			throw new IllegalStateException("No update is handled");
		}

		@Override
		public <T extends Record> @Nullable T read(Class<T> type, String data) {
			return null;
		}

	}

	static final class Guard implements BaleAccessDecider {

		@Override
		public boolean mayUse(BaleContext context, BaleHandlerMethod handler) {
			return true;
		}

	}

	static class GuardedBot {

		@BaleHandler
		@BaleAccess(deciders = Guard.class)
		void open() {
		}

	}

	static class NamelessBot {

		@BaleHandler
		@RequireMembership("news")
		void read() {
		}

	}

	static class LinkBot {

		@BaleHandler
		@RequireMembership("https://ble.ir/news")
		void read() {
		}

	}

	static class AlbumBot {

		@BaleHandler
		@RequireMembership("@news")
		void read(List<Message> messages) {
		}

	}

	@RequireMembership("@news")
	static class OpenAlbumBot {

		@BaleHandler
		@RequireMembership({})
		void read(List<Message> messages) {
		}

	}

	static class EmptyBot {

		@BaleHandler
		@RequireMembership("")
		void read() {
		}

	}

	static class ConfiguredBot {

		@BaleHandler
		@RequireMembership("${shop.channels}")
		void read() {
		}

	}

	static class MissingBot {

		@BaleHandler
		@RequireMembership("${shop.missing:}")
		void read() {
		}

	}

}
