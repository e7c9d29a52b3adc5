package io.github.balethon.handler.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.balethon.annotation.BaleAdvice;
import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleReturnValueHandler;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.UnhandledUpdateEvent;
import io.github.balethon.handler.UpdateRefusedException;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What becomes of results, errors and callback queries.
 */
class AnswersTests {

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
	void textsComeInTheLanguageOfThePerson() {
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
	void ownArgumentsAndReturnValues() {
		try (BotFixture bot = BotFixture.of(OwnTypesBot.class, MoneyResolver.class, MoneyHandler.class)) {
			assertThat(bot.answers(Updates.text("5"))).containsExactly("5 rial");
			assertThat(bot.answers(Updates.text("five"))).containsExactly("no money");
		}
	}

	@Test
	void callbackQueryIsAnsweredByItself() {
		try (BotFixture bot = BotFixture.of(CallbackBot.class)) {
			bot.handle(Updates.press("silent"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("2001"));
			bot.client().sent().clear();
			bot.handle(Updates.press("notice"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("2001").text("خریدید"));
			bot.client().sent().clear();
			bot.handle(Updates.press("own"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("2001").text("own").asAlert());
			bot.client().sent().clear();
			bot.handle(Updates.press("nobody"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("2001"));
		}
	}

	@Test
	void noticeIsLookedUpByItsCode() {
		try (BotFixture bot = BotFixture.of(CallbackBot.class)) {
			bot.messages().addMessage("bought", Locale.forLanguageTag("fa"), "با سپاس");
			bot.handle(Updates.press("code"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("2001").text("با سپاس"));
		}
	}

	@Test
	void noticeIsNotShownAfterAFailure() {
		try (BotFixture bot = BotFixture.of(CallbackBot.class)) {
			bot.handle(Updates.press("failing"));
			assertThat(bot.client().sent()).containsExactly(SendMessage.of(1001, "sorry"),
					AnswerCallbackQuery.of("2001"));
		}
	}

	@Test
	void peopleWithOldClientsGetAMessage() {
		try (BotFixture bot = BotFixture.of(CallbackBot.class)) {
			bot.handle(Updates.press("1999", "notice"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("1999"),
					SendMessage.of(1001, "خریدید"));
		}
	}

	@Test
	void errorsGoToTheClassThenToAdviceInOrder() {
		try (BotFixture bot = BotFixture.of(ErrorsBot.class, OtherBot.class, LastAdvice.class, NarrowAdvice.class)) {
			assertThat(bot.answers(Updates.text("/io"))).containsExactly("own: io");
			assertThat(bot.answers(Updates.text("/wrapped"))).containsExactly("own: cause");
			assertThat(bot.answers(Updates.text("/state"))).containsExactly("last: ErrorsBot");
			assertThat(bot.answers(Updates.text("/future"))).containsExactly("own: later");
			assertThat(bot.answers(Updates.text("/mono"))).containsExactly("own: later");
			assertThat(bot.answers(Updates.text("/other"))).containsExactly("narrow Sara");
		}
	}

	@Test
	void errorThatNobodyTakesStaysOne() {
		try (BotFixture bot = BotFixture.of(OtherBot.class)) {
			assertThatIllegalStateException().isThrownBy(() -> bot.handle(Updates.text("/other"))).withMessage("other");
		}
	}

	@Test
	void failureOfAnErrorHandlerKeepsTheFirstError() {
		try (BotFixture bot = BotFixture.of(FailingErrorsBot.class)) {
			assertThatIllegalStateException().isThrownBy(() -> bot.handle(Updates.text("x")))
				.withMessage("second")
				.satisfies((ex) -> assertThat(ex.getSuppressed()).singleElement().isInstanceOf(IOException.class));
		}
	}

	@Test
	void refusalIsNoFailure() {
		try (BotFixture bot = BotFixture.of(RefusingBot.class)) {
			assertThat(bot.answers(Updates.text("x"))).isEmpty();
		}
	}

	@Test
	void interceptorsStandAroundHandlers() {
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

	@Test
	void updateWithoutAHandlerIsAnEvent() {
		try (BotFixture bot = BotFixture.of(CallbackBot.class, UnhandledListener.class)) {
			bot.handle(Updates.text("private words"));
			assertThat(bot.bean(UnhandledListener.class).events).singleElement()
				.satisfies((event) -> assertThat(event.getUpdate().updateId()).isEqualTo(1))
				.hasToString("UnhandledUpdateEvent[updateId=1]");
		}
	}

	@Test
	void hintIsAHandlerWithoutWhatThePersonWrote() {
		try (BotFixture bot = BotFixture.of(CallbackBot.class)) {
			assertThat(HandlerSuggestion.of(bot.contextOf(Updates.text("my password"))))
				.isEqualToNormalizingNewlines("@BaleHandler\nString handle(String text) {\n\t…\n}");
			assertThat(HandlerSuggestion.of(bot.contextOf(Updates.text("/order 0912"))))
				.startsWith("@BaleCommand(\"order\")")
				.doesNotContain("0912");
			assertThat(HandlerSuggestion.of(bot.contextOf(Updates.press("buy:77"))))
				.startsWith("@BaleCallback(\"buy:{value}\")")
				.doesNotContain("77");
			assertThat(HandlerSuggestion.of(bot.contextOf(Updates.with("\"photo\":[{\"file_id\":\"a\"}]"))))
				.startsWith("@BaleHandler(content = Content.PHOTO)");
			assertThat(HandlerSuggestion.of(bot.contextOf(Updates.preCheckout()))).contains("PreCheckoutQuery query");
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

	static class CallbackBot {

		@BaleCallback("silent")
		void silent() {
		}

		@BaleCallback(value = "notice", answer = "خریدید")
		void notice() {
		}

		@BaleCallback(value = "code", answer = "{bought}")
		void code() {
		}

		@BaleCallback(value = "own", answer = "never")
		Mono<?> own(BaleContext context) {
			return context.alert("own");
		}

		@BaleCallback(value = "failing", answer = "never")
		void failing() {
			throw new IllegalStateException("failing");
		}

		@BaleExceptionHandler
		String sorry(IllegalStateException ex) {
			return "sorry";
		}

	}

	static class ErrorsBot {

		@BaleCommand
		void io() throws IOException {
			throw new IOException("io");
		}

		@BaleCommand
		void wrapped() {
			throw new IllegalArgumentException("wrapped", new IOException("cause"));
		}

		@BaleCommand
		void state() {
			throw new IllegalStateException("state");
		}

		@BaleCommand
		CompletableFuture<String> future() {
			return CompletableFuture.failedFuture(new IOException("later"));
		}

		@BaleCommand
		Mono<String> mono() {
			return Mono.error(new IOException("later"));
		}

		@BaleExceptionHandler
		String own(IOException ex) {
			return "own: " + ex.getMessage();
		}

	}

	static class OtherBot {

		@BaleCommand
		void other() {
			throw new IllegalStateException("other");
		}

	}

	@BaleAdvice
	@Order(2)
	static class LastAdvice {

		@BaleExceptionHandler(RuntimeException.class)
		String last(Throwable error) {
			return "last: ErrorsBot";
		}

	}

	@BaleAdvice(assignableTypes = OtherBot.class)
	@Order(1)
	static class NarrowAdvice {

		@BaleExceptionHandler(IllegalStateException.class)
		String narrow(User from) {
			return "narrow " + from.firstName();
		}

	}

	static class FailingErrorsBot {

		@BaleHandler
		void fail() throws IOException {
			throw new IOException("first");
		}

		@BaleExceptionHandler
		void failAgain(IOException ex) {
			throw new IllegalStateException("second");
		}

	}

	static class RefusingBot {

		@BaleHandler
		void refuse() {
			throw new UpdateRefusedException("not today");
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

	static class UnhandledListener {

		private final List<UnhandledUpdateEvent> events = new ArrayList<>();

		@EventListener
		void unhandled(UnhandledUpdateEvent event) {
			this.events.add(event);
		}

	}

}
