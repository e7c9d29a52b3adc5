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
import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyKeyboardRemove;
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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Values that handlers return, and how they are sent.
 */
class ReturnedValueTests {

	@Test
	void returnedValuesAreSent() {
		try (BotFixture bot = BotFixture.of(ReturningBot.class)) {
			SendMessage answer = SendMessage.of(1001, "answer");
			for (String command : List.of("string", "method", "mono", "monomethod", "future", "futuremethod",
					"object")) {
				bot.handle(Updates.text("/" + command));
				assertThat(bot.client().sent()).as(command).containsExactly(answer);
				bot.client().sent().clear();
			}
			bot.handle(Updates.text("/elsewhere"));
			assertThat(bot.client().sent()).containsExactly(SendMessage.of(5, "there"));
			bot.client().sent().clear();
			for (String command : List.of("void", "null", "empty", "message", "voidfuture", "boolean")) {
				bot.handle(Updates.text("/" + command));
				assertThat(bot.client().sent()).as(command).isEmpty();
			}
		}
	}

	@Test
	void unsupportedValueFailsWithTheNameOfTheHandler() {
		try (BotFixture bot = BotFixture.of(ReturningBot.class)) {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> bot.handle(Updates.text("/strange")))
				.withMessageContaining("ReturningBot#strange returned unsupported type java.util.Date")
				.withMessageContaining("Supported types are void, a String");
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> bot.handle(Updates.text("/keyboard")))
				.withMessageContaining("returned unsupported type io.github.balethon.model.ReplyKeyboardRemove");
			assertThat(bot.client().sent()).isEmpty();
		}
	}

	@Test
	void characterIsSentAsText() {
		try (BotFixture bot = BotFixture.of(ReturningBot.class)) {
			bot.handle(Updates.text("/char"));
			assertThat(bot.client().sent()).containsExactly(SendMessage.of(1001, "a"));
		}
	}

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

	static class ReturningBot {

		@BaleCommand("string")
		String string() {
			return "answer";
		}

		@BaleCommand("method")
		SendMessage method() {
			return SendMessage.of("answer");
		}

		@BaleCommand("elsewhere")
		SendMessage elsewhere() {
			return SendMessage.of(ChatId.of(5), "there");
		}

		@BaleCommand("mono")
		Mono<String> mono() {
			return Mono.just("answer");
		}

		@BaleCommand("monomethod")
		Mono<SendMessage> monoMethod() {
			return Mono.just(SendMessage.of("answer"));
		}

		@BaleCommand("future")
		CompletableFuture<String> future() {
			return CompletableFuture.completedFuture("answer");
		}

		@BaleCommand("futuremethod")
		CompletableFuture<SendMessage> futureMethod() {
			return CompletableFuture.completedFuture(SendMessage.of("answer"));
		}

		@BaleCommand("object")
		Object object() {
			return "answer";
		}

		@BaleCommand("void")
		void nothing() {
		}

		@BaleCommand("null")
		@Nullable String nothingToday() {
			return null;
		}

		@BaleCommand("empty")
		Mono<String> empty() {
			return Mono.empty();
		}

		@BaleCommand("message")
		Mono<Message> message() {
			return Mono.just(Updates.message(1, "x"));
		}

		@BaleCommand("voidfuture")
		CompletableFuture<@Nullable Void> voidFuture() {
			return CompletableFuture.completedFuture(null);
		}

		@BaleCommand("boolean")
		Boolean done() {
			return true;
		}

		@BaleCommand("keyboard")
		Object keyboard() {
			return new ReplyKeyboardRemove();
		}

		@BaleCommand("char")
		char character() {
			return 'a';
		}

		@BaleCommand("strange")
		Mono<?> strange() {
			return Mono.just(new java.util.Date());
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
