package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.List;

import io.github.balethon.handler.UnhandledUpdateEvent;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events of updates without a handler.
 */
class UnhandledUpdateEventTests {

	@Test
	void updateWithoutAHandlerPublishesAnEvent() {
		try (BotFixture bot = BotFixture.of(UnhandledListener.class)) {
			bot.handle(Updates.text("private words"));
			assertThat(bot.bean(UnhandledListener.class).events).singleElement()
				.satisfies((event) -> assertThat(event.getUpdate().updateId()).isEqualTo(1))
				.hasToString("UnhandledUpdateEvent[updateId=1]");
		}
	}

	static class UnhandledListener {

		private final List<UnhandledUpdateEvent> events = new ArrayList<>();

		@EventListener
		void unhandled(UnhandledUpdateEvent event) {
			this.events.add(event);
		}

	}

}
