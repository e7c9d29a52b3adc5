package io.github.balethon.handler;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatId;
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
import org.springframework.core.annotation.AliasFor;
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
	void commandIsFoundWithPayloadWithNameOfTheBotAndInAnyCase() throws Throwable {
		HandlerRegistry registry = registry("@my_bot", CommandBot.class);
		for (String text : List.of("/start", "/START", "/start ref_77", "/start@my_bot", "/start@My_Bot x",
				"/start\nx")) {
			assertThat(handler(registry, Updates.text(text))).as(text).isEqualTo("CommandBot#start");
		}
		for (String text : List.of("start", "/started", "/start@other_bot", "say /start", "/", "")) {
			assertThat(handler(registry, Updates.text(text))).as(text).isNull();
		}
		assertThat(handler(registry, Updates.edited("/start"))).isNull();
	}

	@Test
	void withoutANameOfTheBotEveryCommandIsTaken() {
		assertThat(handler(registry(null, CommandBot.class), Updates.text("/start@any_bot")))
			.isEqualTo("CommandBot#start");
	}

	@Test
	void literalComesBeforeKindAndKindBeforeFallback() {
		HandlerRegistry registry = registry(null, FullBot.class);
		assertThat(handler(registry, Updates.text("/help"))).isEqualTo("FullBot#command");
		assertThat(handler(registry, Updates.text(" راهنما "))).isEqualTo("FullBot#text");
		assertThat(handler(registry, Updates.press("buy"))).isEqualTo("FullBot#callback");
		assertThat(handler(registry, Updates.press("sell"))).isEqualTo("FullBot#anyCallback");
		assertThat(handler(registry, Updates.text("hello"))).isEqualTo("FullBot#anyText");
		assertThat(handler(registry, Updates.edited("hello"))).isEqualTo("FullBot#edited");
		assertThat(handler(registry, Updates.text(null))).isEqualTo("FullBot#fallback");
		assertThat(handler(registry, Updates.unknown())).isEqualTo("FullBot#fallback");
	}

	@Test
	void parameterWithoutAValueMakesTheHandlerNotMeantUnlessItIsNullable() throws Throwable {
		HandlerRegistry registry = registry(null, NullableBot.class);
		Update photo = Updates.text(null);
		assertThat(invoke(registry, photo)).isEqualTo("NullableBot#any");
		assertThat(this.context.getBean(NullableBot.class).seen).containsExactly("null");
	}

	@Test
	void everyDocumentedArgumentIsGiven() throws Throwable {
		HandlerRegistry registry = registry(null, ArgumentsBot.class);
		Update update = Updates.press("data");
		invoke(registry, update);
		assertThat(this.context.getBean(ArgumentsBot.class).arguments).element(0).isSameAs(update);
		assertThat(this.context.getBean(ArgumentsBot.class).arguments).element(1)
			.isSameAs(update.callbackQuery().message());
		assertThat(this.context.getBean(ArgumentsBot.class).arguments.subList(2, 6))
			.containsExactly(update.callbackQuery(), Updates.SARA, Updates.CHAT, "data");
		assertThat(this.context.getBean(ArgumentsBot.class).arguments.get(6)).isInstanceOf(BaleContext.class)
			.satisfies((argument) -> assertThat(((BaleContext) argument).updateKey()).isEqualTo("77:3"));
		assertThat(this.context.getBean(ArgumentsBot.class).arguments.get(7)).isSameAs(this.client);
		assertThat(this.context.getBean(ArgumentsBot.class).arguments.get(8)).isInstanceOf(BlockingBaleClient.class);
	}

	@Test
	void returnedValuesAreSent() throws Throwable {
		HandlerRegistry registry = registry(null, ReturningBot.class);
		SendMessage answer = SendMessage.of(1001, "answer");
		for (String command : List.of("string", "method", "mono", "monomethod", "future", "futuremethod", "object")) {
			invoke(registry, Updates.text("/" + command));
			assertThat(this.client.sent()).as(command).containsExactly(answer);
			this.client.sent().clear();
		}
		invoke(registry, Updates.text("/elsewhere"));
		assertThat(this.client.sent()).containsExactly(SendMessage.of(5, "there"));
		this.client.sent().clear();
		for (String command : List.of("void", "null", "empty", "message", "voidfuture", "boolean")) {
			invoke(registry, Updates.text("/" + command));
			assertThat(this.client.sent()).as(command).isEmpty();
		}
	}

	@Test
	void valueThatIsNoAnswerFailsWithTheNameOfTheHandler() {
		HandlerRegistry registry = registry(null, ReturningBot.class);
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> invoke(registry, Updates.text("/strange")))
			.withMessageContaining("ReturningBot#strange gave a java.util.Date")
			.withMessageContaining("let it give void, String, a BaleMethod");
	}

	@Test
	void exceptionOfTheHandlerIsThrownAsItIs() {
		HandlerRegistry registry = registry(null, FailingBot.class);
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
		HandlerRegistry registry = registry(null, ScopedBot.class);
		assertThat(invoke(registry, Updates.text("x"))).isEqualTo("ScopedBot#handle");
	}

	@Test
	void lazyBeanIsCreatedByItsFirstUpdate() throws Throwable {
		HandlerRegistry registry = registry(null, LazyBot.class);
		assertThat(this.context.getBeanFactory().containsSingleton("handlerRegistryTests.LazyBot")).isFalse();
		assertThat(invoke(registry, Updates.text("x"))).isEqualTo("LazyBot#handle");
		assertThat(this.context.getBean(LazyBot.class).handled).isOne();
	}

	@Test
	void ownComposedAnnotationIsAHandler() {
		assertThat(handler(registry(null, ComposedBot.class), Updates.text("/admin"))).isEqualTo("ComposedBot#admin");
	}

	@Test
	void orderDecidesAmongEquals() {
		assertThat(handler(registry(null, OrderedBot.class), Updates.text("x"))).isEqualTo("OrderedBot#first");
	}

	@Test
	void applicationWithoutHandlersHasAnEmptyRegistry() {
		assertThat(registry(null).isEmpty()).isTrue();
		assertThat(handler(registryIn(new AnnotationConfigApplicationContext(), null), Updates.text("x"))).isNull();
	}

	@Test
	void twoHandlersForTheSameCommandFailTheStart() {
		assertInvalid(TwiceBot.class, "Two handlers are meant for the same command /start: TwiceBot#", "@Order");
		assertInvalid(TwoCatchAllsBot.class, "same update of kind MESSAGE", "@Order");
	}

	@Test
	void parameterThatNobodyCanServeFailsTheStart() {
		assertInvalid(StrangeParameterBot.class,
				"Handler StrangeParameterBot#handle takes a java.util.Date as parameter 2, and nothing in an update is one.",
				"A handler may take BaleClient, BaleContext, BlockingBaleClient, CallbackQuery, Chat, Message, String, "
						+ "Update, User.");
	}

	@Test
	void returnTypeThatNobodyCanServeFailsTheStart() {
		assertInvalid(StrangeReturnBot.class, "Handler StrangeReturnBot#handle returns java.util.Date", "void, String");
		assertInvalid(StrangeMonoBot.class, "reactor.core.publisher.Mono<java.util.Date>", "void, String");
	}

	@Test
	void conditionThatNothingCanMatchFailsTheStart() {
		assertInvalid(ImpossibleBot.class, "wants a command, a text and callback data of the same update",
				"second handler");
		assertInvalid(ImpossibleKindBot.class, "ImpossibleKindBot#handle wants command /start of kind [CALLBACK_QUERY]",
				"Take 'kind' away");
		assertInvalid(FallbackCommandBot.class, "is a fallback for command /start", "Take 'fallback' away");
		assertInvalid(BlankCommandBot.class, "a command that is empty or has a blank in it", "one word");
	}

	@Test
	void methodThatTheProxyHidesFailsTheStart() {
		this.context.registerBean(HiddenBot.class);
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(this::proxiedRegistry)
			.withMessageContaining("HiddenBot#hidden")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("interface of the bean"));
	}

	private void assertInvalid(Class<?> bot, String description, String action) {
		try (AnnotationConfigApplicationContext own = new AnnotationConfigApplicationContext()) {
			own.register(bot);
			assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> registryIn(own, null))
				.withMessageContaining(description)
				.satisfies((ex) -> assertThat(ex.getAction()).contains(action));
		}
	}

	private HandlerRegistry registry(@Nullable String username, Class<?>... beans) {
		if (beans.length > 0) {
			this.context.register(beans);
		}
		return registryIn(this.context, username);
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
		return registryIn(this.context, null);
	}

	private static HandlerRegistry registryIn(AnnotationConfigApplicationContext context, @Nullable String username) {
		context.registerBean(HandlerRegistry.class, () -> new HandlerRegistry(context.getBeanFactory(), username));
		context.refresh();
		return context.getBean(HandlerRegistry.class);
	}

	private @Nullable String handler(HandlerRegistry registry, Update update) {
		HandlerMatch match = registry.match(contextOf(update));
		return (match != null) ? match.handler().toString() : null;
	}

	private @Nullable String invoke(HandlerRegistry registry, Update update) throws Throwable {
		HandlerMatch match = registry.match(contextOf(update));
		assertThat(match).isNotNull();
		Mono<?> result = match.invoke();
		if (result != null) {
			result.block();
		}
		return match.handler().toString();
	}

	private BaleContext contextOf(Update update) {
		return new BaleContext(update, this.client, 77, false);
	}

	static class CommandBot {

		@BaleCommand({ "start", "/begin" })
		void start() {
		}

	}

	static class FullBot {

		@BaleCommand("help")
		void command() {
		}

		@BaleText({ "راهنما", "help" })
		void text() {
		}

		@BaleCallback("buy")
		void callback() {
		}

		@BaleHandler
		void anyCallback(CallbackQuery query) {
		}

		@BaleHandler
		void anyText(String text) {
		}

		@BaleHandler(kind = UpdateKind.EDITED_MESSAGE)
		void edited(Message message) {
		}

		@BaleHandler(fallback = true)
		void fallback(Update update) {
		}

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

		@BaleCommand("strange")
		Mono<?> strange() {
			return Mono.just(new java.util.Date());
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

	@Retention(RetentionPolicy.RUNTIME)
	@BaleHandler
	@interface AdminCommand {

		@AliasFor(annotation = BaleHandler.class, attribute = "command")
		String name() default "admin";

	}

	static class ComposedBot {

		@AdminCommand
		void admin() {
		}

	}

	static class OrderedBot {

		@Order(2)
		@BaleHandler
		void second() {
		}

		@Order(1)
		@BaleHandler
		void first() {
		}

	}

	static class TwiceBot {

		@BaleCommand("start")
		void one() {
		}

		@BaleCommand({ "other", "START" })
		void two() {
		}

	}

	static class TwoCatchAllsBot {

		@BaleHandler
		void one() {
		}

		@BaleHandler
		void two(Update update) {
		}

	}

	static class StrangeParameterBot {

		@BaleHandler
		void handle(String text, java.util.Date date) {
		}

	}

	static class StrangeReturnBot {

		@BaleHandler
		java.util.Date handle() {
			return new java.util.Date();
		}

	}

	static class StrangeMonoBot {

		@BaleHandler
		Mono<java.util.Date> handle() {
			return Mono.empty();
		}

	}

	static class ImpossibleBot {

		@BaleHandler(command = "start", callback = "x")
		void handle() {
		}

	}

	static class ImpossibleKindBot {

		@BaleHandler(command = "start", kind = UpdateKind.CALLBACK_QUERY)
		void handle() {
		}

	}

	static class FallbackCommandBot {

		@BaleHandler(command = "start", fallback = true)
		void handle() {
		}

	}

	static class BlankCommandBot {

		@BaleCommand("start now")
		void handle() {
		}

	}

}
