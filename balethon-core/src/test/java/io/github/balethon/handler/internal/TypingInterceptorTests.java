package io.github.balethon.handler.internal;

import java.time.Duration;
import java.util.List;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.ShowTyping;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.SendChatAction;
import io.github.balethon.model.ChatAction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Chat actions while a handler runs.
 */
class TypingInterceptorTests {

	@Test
	void actionIsShownUntilTheHandlerHasCompleted() throws Throwable {
		try (BotFixture bot = BotFixture.of(Typing.class, BusyBot.class)) {
			UpdateHandling handling = bot.bean(HandlerRegistry.class).handle(bot.contextOf(Updates.text("/report")));
			handling.advance();
			assertThat(handling.invoke()).isNotNull();
			bot.bean(VirtualTimeScheduler.class).advanceTimeBy(Duration.ofMillis(1));
			SendChatAction typing = SendChatAction.of(1001, ChatAction.TYPING);
			assertThat(actions(bot)).containsExactly(typing);
			bot.bean(VirtualTimeScheduler.class).advanceTimeBy(Duration.ofSeconds(11));
			assertThat(actions(bot)).containsExactly(typing, typing, typing);
			assertThat(handling.awaitsCompletion()).isTrue();
			handling.completed(null);
			bot.bean(VirtualTimeScheduler.class).advanceTimeBy(Duration.ofMinutes(1));
			assertThat(actions(bot)).hasSize(3);
		}
	}

	@Test
	void methodOverridesTheActionOfItsClass() throws Throwable {
		try (BotFixture bot = BotFixture.of(Typing.class, BusyBot.class)) {
			UpdateHandling handling = bot.bean(HandlerRegistry.class).handle(bot.contextOf(Updates.text("/photo")));
			handling.advance();
			handling.invoke();
			bot.bean(VirtualTimeScheduler.class).advanceTimeBy(Duration.ofMillis(1));
			assertThat(actions(bot)).containsExactly(SendChatAction.of(1001, ChatAction.UPLOAD_PHOTO));
		}
	}

	@Test
	void handlerWithoutTheAnnotationCostsNoStep() throws Throwable {
		try (BotFixture bot = BotFixture.of(Typing.class, QuickBot.class)) {
			UpdateHandling handling = bot.bean(HandlerRegistry.class).handle(bot.contextOf(Updates.text("/quick")));
			handling.advance();
			handling.invoke();
			assertThat(handling.awaitsCompletion()).isFalse();
			bot.bean(VirtualTimeScheduler.class).advanceTimeBy(Duration.ofMillis(1));
			assertThat(actions(bot)).isEmpty();
		}
	}

	@Test
	void handlerThatPassesTheUpdateOnEndsItsAction() throws Throwable {
		try (BotFixture bot = BotFixture.of(Typing.class, BusyBot.class, QuickBot.class)) {
			UpdateHandling handling = bot.bean(HandlerRegistry.class).handle(bot.contextOf(Updates.text("/both")));
			handling.advance();
			handling.invoke();
			handling.completed(null);
			handling.advance();
			handling.invoke();
			bot.bean(VirtualTimeScheduler.class).advanceTimeBy(Duration.ofMinutes(1));
			assertThat(actions(bot)).hasSizeLessThan(2);
		}
	}

	private static List<BaleMethod<?>> actions(BotFixture bot) {
		return bot.bean(RecordingClient.class).sent();
	}

	@Configuration(proxyBeanMethods = false)
	static class Typing {

		@Bean
		RecordingClient client() {
			return new RecordingClient();
		}

		@Bean
		VirtualTimeScheduler time() {
			return VirtualTimeScheduler.create();
		}

		@Bean
		TypingInterceptor typing(RecordingClient client, VirtualTimeScheduler time) {
			return new TypingInterceptor(client, time);
		}

	}

	@ShowTyping
	static class BusyBot {

		@BaleCommand("report")
		Mono<String> report() {
			return Mono.never();
		}

		@ShowTyping(ChatAction.UPLOAD_PHOTO)
		@BaleCommand("photo")
		Mono<String> photo() {
			return Mono.never();
		}

		@Order(1)
		@BaleCommand("both")
		BaleFlow first() {
			return BaleFlow.next();
		}

	}

	static class QuickBot {

		@BaleCommand("quick")
		Mono<String> quick() {
			return Mono.just("quick");
		}

		@Order(2)
		@BaleCommand("both")
		Mono<String> second() {
			return Mono.just("second");
		}

	}

}
