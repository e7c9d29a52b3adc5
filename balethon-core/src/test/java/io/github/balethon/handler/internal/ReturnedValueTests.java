package io.github.balethon.handler.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleReturnValueHandler;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that handlers return, and how they are sent.
 */
class ReturnedValueTests {

	@Test
	void collectionsStreamsAndNumbersAreSentInOrder() {
		try (BotFixture bot = BotFixture.of(ManyBot.class)) {
			for (String command : List.of("list", "array", "stream", "flux", "monolist", "futurelist", "optional")) {
				assertThat(bot.answers(Updates.text("/" + command))).as(command).containsExactly("1", "two");
			}
			assertThat(bot.answers(Updates.text("/number"))).containsExactly("7");
			assertThat(bot.answers(Updates.text("/average"))).containsExactly("12");
			assertThat(bot.answers(Updates.text("/prices"))).containsExactly("10000000", "0.3", "1.5");
			assertThat(bot.answers(Updates.text("/doubles"))).containsExactly("2", "0.8");
			assertThat(bot.answers(Updates.text("/none"))).isEmpty();
		}
	}

	@Test
	void nullElementsAreSkipped() {
		try (BotFixture bot = BotFixture.of(NullsBot.class)) {
			for (String command : List.of("list", "array", "stream", "monolist")) {
				assertThat(bot.answers(Updates.text("/" + command))).as(command).containsExactly("1", "two");
			}
		}
	}

	@Test
	void replyQuotesTheMessage() {
		try (BotFixture bot = BotFixture.of(QuotingBot.class)) {
			bot.handle(Updates.text("x"));
			assertThat(bot.client().sent()).containsExactly(SendMessage.of(1001, "quoted").replyToMessageId(10));
		}
	}

	@Test
	void textsAreInTheLanguageOfTheUser() {
		try (BotFixture bot = BotFixture.of(TranslatedBot.class)) {
			bot.messages().addMessage("hello", Locale.forLanguageTag("fa"), "سلام {0}");
			bot.messages().addMessage("hello", Locale.ENGLISH, "Hello {0}");
			assertThat(bot.answers(Updates.text("/hello"))).containsExactly("سلام Sara");
			assertThat(bot.answers(Updates.text("/context"))).containsExactly("fa سلام Sara");
			assertThat(bot.answers(Updates
				.json("""
						{"update_id":1,"message":{"message_id":1,"date":1,"from":{"id":5,"first_name":"Bob","language_code":"en"},"chat":{"id":5,"type":"private"},"text":"/hello"}}""")))
				.containsExactly("Hello Bob");
		}
	}

	@Test
	void argumentResolversAndReturnValueHandlersOfTheApplication() {
		try (BotFixture bot = BotFixture.of(OwnTypesBot.class, MoneyResolver.class, MoneyHandler.class)) {
			assertThat(bot.answers(Updates.text("5"))).containsExactly("5 rial");
			assertThat(bot.answers(Updates.text("five"))).containsExactly("no money");
		}
	}

	static class NullsBot {

		@BaleCommand
		List<Object> list() {
			return Arrays.asList(null, 1, null, "two");
		}

		@BaleCommand
		Object[] array() {
			return new Object[] { 1, null, "two", null };
		}

		@BaleCommand
		Stream<String> stream() {
			return Stream.of("1", null, "two");
		}

		@BaleCommand
		Mono<List<String>> monoList() {
			return Mono.just(Arrays.asList("1", null, "two"));
		}

	}

	static class ManyBot {

		@BaleCommand
		List<Object> list() {
			return List.of(1, "two");
		}

		@BaleCommand
		Object[] array() {
			return new Object[] { 1, SendMessage.of("two") };
		}

		@BaleCommand
		Stream<CharSequence> stream() {
			return Stream.of("1", new StringBuilder("two"));
		}

		@BaleCommand
		Flux<String> flux() {
			return Flux.just("1", "two");
		}

		@BaleCommand
		Mono<List<String>> monoList() {
			return Mono.just(List.of("1", "two"));
		}

		@BaleCommand
		CompletableFuture<List<String>> futureList() {
			return CompletableFuture.completedFuture(List.of("1", "two"));
		}

		@BaleCommand
		Optional<List<String>> optional() {
			return Optional.of(List.of("1", "two"));
		}

		@BaleCommand
		double average() {
			return 12;
		}

		@BaleCommand
		List<Number> prices() {
			return List.of(1E7, 0.1 + 0.2, new BigDecimal("1.5"));
		}

		@BaleCommand
		double[] doubles() {
			return new double[] { 2, 0.7 + 0.1 };
		}

		@BaleCommand
		int number() {
			return 7;
		}

		@BaleCommand
		Optional<String> none() {
			return Optional.empty();
		}

	}

	static class QuotingBot {

		@BaleHandler(reply = true)
		String quote() {
			return "quoted";
		}

	}

	static class TranslatedBot {

		@BaleCommand
		MessageSourceResolvable hello(User from) {
			return new DefaultMessageSourceResolvable(new String[] { "hello" }, new Object[] { from.firstName() });
		}

		@BaleCommand
		String context(BaleContext context, Locale locale) {
			return locale + " " + context.text("hello", "Sara");
		}

	}

	record Money(long rials) {

	}

	static class OwnTypesBot {

		@Order(1)
		@BaleHandler
		Money pay(Money money) {
			return money;
		}

		@Order(2)
		@BaleHandler
		String none(Optional<Money> money) {
			return money.isEmpty() ? "no money" : "never";
		}

	}

	static class MoneyResolver implements BaleArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getNestedParameterType() == Money.class;
		}

		@Override
		public @Nullable Object resolveArgument(MethodParameter parameter, BaleContext context) {
			String text = context.text();
			return (text != null && text.matches("\\d+")) ? new Money(Long.parseLong(text)) : null;
		}

	}

	static class MoneyHandler implements BaleReturnValueHandler {

		@Override
		public boolean supportsReturnType(ResolvableType type) {
			return type.toClass() == Money.class;
		}

		@Override
		public Mono<?> handleReturnValue(Object value, BaleContext context) {
			return context.send(((Money) value).rials() + " rial");
		}

	}

}
