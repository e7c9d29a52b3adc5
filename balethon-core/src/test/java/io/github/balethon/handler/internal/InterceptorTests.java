package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.List;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Interceptors of updates.
 */
class InterceptorTests {

	@Test
	void interceptorsInterceptHandlersInOrder() {
		try (BotFixture bot = BotFixture.of(QuotingBot.class, SecondInterceptor.class, FirstInterceptor.class,
				Journal.class)) {
			bot.handle(Updates.text("x"));
			assertThat(bot.bean(Journal.class).lines).containsExactly("first before QuotingBot#quote", "second before",
					"second after quoted", "first after quoted", "second done null", "first done null");
			bot.bean(Journal.class).lines.clear();
			assertThat(bot.answers(Updates.text("stop"))).isEmpty();
			assertThat(bot.bean(Journal.class).lines).containsExactly("first before QuotingBot#quote", "second before",
					"first done null");
		}
	}

	static class QuotingBot {

		@BaleHandler(reply = true)
		String quote() {
			return "quoted";
		}

	}

	static class Journal {

		private final List<String> lines = new ArrayList<>();

	}

	@Order(1)
	static class FirstInterceptor implements BaleUpdateInterceptor {

		private final Journal journal;

		FirstInterceptor(Journal journal) {
			this.journal = journal;
		}

		@Override
		public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
			return this.journal.lines.add("first before " + handler);
		}

		@Override
		public void postHandle(BaleContext context, BaleHandlerMethod handler, @Nullable Object result) {
			this.journal.lines.add("first after " + result);
		}

		@Override
		public void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error) {
			this.journal.lines.add("first done " + error);
		}

	}

	@Order(2)
	static class SecondInterceptor implements BaleUpdateInterceptor {

		private final Journal journal;

		SecondInterceptor(Journal journal) {
			this.journal = journal;
		}

		@Override
		public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
			this.journal.lines.add("second before");
			return !"stop".equals(context.text());
		}

		@Override
		public void postHandle(BaleContext context, BaleHandlerMethod handler, @Nullable Object result) {
			this.journal.lines.add("second after " + result);
		}

		@Override
		public void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error) {
			this.journal.lines.add("second done " + error);
			throw new IllegalStateException("logged, and no more");
		}

	}

}
