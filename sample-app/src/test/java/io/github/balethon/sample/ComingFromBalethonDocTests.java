package io.github.balethon.sample;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.github.balethon.access.Memberships;
import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.bot.BotEvent;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Group;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.method.AnswerPreCheckoutQuery;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.CopyMessage;
import io.github.balethon.method.DeleteMessage;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.GetChatMembersCount;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.InputMediaPhoto;
import io.github.balethon.method.SendChatAction;
import io.github.balethon.method.SendContact;
import io.github.balethon.method.SendDocument;
import io.github.balethon.method.SendLocation;
import io.github.balethon.method.SendMediaGroup;
import io.github.balethon.method.SendPhoto;
import io.github.balethon.method.SetChatTitle;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatAction;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.Location;
import io.github.balethon.model.Message;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.ShippingQuery;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the code of {@code docs/coming-from-balethon.md}.
 */
@Timeout(60)
class ComingFromBalethonDocTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final long CHANNEL = 4695281546L;

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void handlers() {
		HandlersBot ended = run(HandlersBot.class, (sara, bot) -> {
			long id = sara.write("hello");
			assertReply(sara, "you wrote hello");
			sara.edit(id, "bye");
			assertReply(sara, "you changed it to bye");
			assertAnswer(sara, "/sum 1 2", "3");
			assertAnswer(sara, "/sum 9223372036854775807 1", "error: long overflow");
			enqueue("\"callback_query\":{\"id\":\"2005\",\"from\":{\"id\":%d},\"data\":\"x\"}".formatted(sara.id()));
			assertReply(sara, "you pressed x");
			enqueue("\"pre_checkout_query\":{\"id\":\"t\",\"from\":{\"id\":%d},\"currency\":\"IRR\",\"total_amount\":1,\"invoice_payload\":\"o\"}"
				.formatted(sara.id()));
			this.emulator.calls().await("answerPreCheckoutQuery", 1, LONG);
		});
		assertThat(ended.life).startsWith("BotStartedEvent").contains("BotConnectedEvent").endsWith("BotStoppingEvent");
	}

	@Test
	void conditions() {
		run(ConditionsBot.class, (sara, bot) -> {
			sara.sendPhoto("photo".getBytes());
			assertReply(sara, "a picture of your own");
			assertAnswer(sara, "بله", "agreed");
			assertAnswer(sara, "Price of tea", "tea: 1000");
			assertAnswer(sara, "/gift", "join our channel first");
			assertAnswer(sara, "hey!", "calm down");
			enqueue("\"callback_query\":{\"id\":\"2005\",\"from\":{\"id\":%d},\"data\":\"buy:tea:3\"}"
				.formatted(sara.id()));
			assertReply(sara, "3 tea");
			enqueue("\"message\":{\"message_id\":5,\"date\":1,\"from\":{\"id\":1001},\"chat\":{\"id\":%d,\"type\":\"private\"},\"location\":{\"latitude\":35.5,\"longitude\":51.5}}"
				.formatted(sara.id()));
			assertReply(sara, "you are at 35.5");
			sara.write("/order");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("where to?");
			assertAnswer(sara, "Tehran", "we deliver to Tehran");
		});
	}

	@Test
	void chains() {
		run(GroupChain.class, (sara, bot) -> {
			Group group = this.emulator.group("G", sara);
			int sent = this.emulator.calls().of("sendMessage").size();
			sara.in(group).write("x");
			this.emulator.calls().await("sendMessage", sent + 1, LONG);
			assertThat(this.emulator.calls().of("sendMessage").get(sent).parameters().path("text").asString(""))
				.isEqualTo("message 1");
			assertThat(bot.messages).hasValue(1);
		}, MonitoringChain.class);
	}

	@Test
	void shortcuts() {
		run(ShortcutsBot.class, (sara, bot) -> {
			sara.sendPhoto("photo".getBytes());
			this.emulator.calls().await("sendPhoto", 1, LONG);
			sara.write("/everything");
			this.emulator.calls().await("sendChatAction", 1, LONG);
			assertThat(this.emulator.calls().all()).extracting("method")
				.contains("sendLocation", "sendContact", "sendDocument", "sendMediaGroup");
			sara.write("/correct");
			this.emulator.calls().await("deleteMessage", 1, LONG);
			Group group = this.emulator.group("G", sara);
			group.promoteBot();
			sara.in(group).write("/manage");
			this.emulator.calls().await("setChatTitle", 1, LONG);
			sara.write("/whoami");
			assertThat(sara.awaitReply(LONG)).isNotNull();
		});
	}

	private void enqueue(String json) {
		this.emulator.updates().enqueue("{" + json + "}");
	}

	private static void assertAnswer(Person person, String text, String answer) {
		person.write(text);
		assertReply(person, answer);
	}

	private static void assertReply(Person person, String answer) {
		assertThat(person.awaitReply(LONG).text()).isEqualTo(answer);
	}

	private <T> T run(Class<T> bot, BiConsumer<Person, T> talk, Class<?>... others) {
		Class<?>[] sources = Stream.concat(Stream.of(Application.class, bot), Stream.of(others))
			.toArray(Class<?>[]::new);
		try (ConfigurableApplicationContext application = new SpringApplicationBuilder(sources)
			.web(WebApplicationType.NONE)
			.run("--bale.token=" + this.emulator.token(), "--bale.base-url=" + this.emulator.baseUrl(),
					"--bale.polling.timeout=2s")) {
			T instance = application.getBean(bot);
			talk.accept(this.emulator.person("Sara"), instance);
			return instance;
		}
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

	static class HandlersBot {

		private final AtomicInteger others = new AtomicInteger();

		private final Queue<String> life = new ConcurrentLinkedQueue<>();

		@BaleHandler
		String message(String text) {
			return "you wrote " + text;
		}

		@BaleHandler(kind = UpdateKind.EDITED_MESSAGE)
		String edited(Message message) {
			return "you changed it to " + message.text();
		}

		@BaleCommand
		long sum(@CommandArgs(0) long a, @CommandArgs(1) long b) {
			return Math.addExact(a, b);
		}

		@BaleHandler
		String pressed(CallbackQuery query) {
			return "you pressed " + query.data();
		}

		@BaleHandler
		AnswerPreCheckoutQuery pay(PreCheckoutQuery query) {
			return AnswerPreCheckoutQuery.of(query.id());
		}

		@BaleHandler
		void shipping(ShippingQuery query) {
		}

		@BaleHandler(fallback = true)
		void anything(Update update) {
			this.others.incrementAndGet();
		}

		@BaleExceptionHandler
		String failed(ArithmeticException error) {
			return "error: " + error.getMessage();
		}

		@EventListener
		void life(BotEvent event) {
			this.life.add(event.toString());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ConditionsBot {

		@BaleHandler(when = "(photo | video) & !forward")
		String ownPicture() {
			return "a picture of your own";
		}

		@BaleText(value = { "yes", "بله" }, chat = ChatType.PRIVATE)
		String yes() {
			return "agreed";
		}

		@BaleText(regex = "(?i)^price of (?<what>.+)$")
		String price(@Capture String what) {
			return what + ": 1000";
		}

		@BaleHandler(content = Content.LOCATION, sender = { "1001", "1002" })
		String place(Location location) {
			return "you are at " + location.latitude();
		}

		@BaleHandler(content = Content.NEW_CHAT_MEMBERS, chat = ChatType.GROUP)
		String welcome(List<User> people) {
			return "welcome " + people.get(0).firstName();
		}

		@BaleCallback("buy:{item}:{count}")
		String click(@Capture String item, @Capture int count) {
			return count + " " + item;
		}

		@BaleCommand
		String order(Conversation<?> conversation) {
			conversation.moveTo("address");
			return "where to?";
		}

		@BaleHandler(state = "address")
		String address(String text) {
			return "we deliver to " + text;
		}

		@BaleCommand(value = "gift", when = "!joined")
		String joinFirst() {
			return "join our channel first";
		}

		@Bean
		BaleCondition joined(Memberships memberships) {
			return (context) -> memberships.isMember(context, CHANNEL);
		}

		@Bean
		BaleCondition shouting() {
			return (context) -> context.text() != null && context.text().endsWith("!");
		}

		@BaleHandler(when = "shouting")
		String calm() {
			return "calm down";
		}

	}

	@BaleHandler(chat = ChatType.GROUP)
	static class GroupChain {

		private final AtomicInteger messages = new AtomicInteger();

		@Order(1)
		@BaleHandler
		BaleFlow count() {
			this.messages.incrementAndGet();
			return BaleFlow.next();
		}

		@Order(2)
		@BaleHandler
		String answer() {
			return "message " + this.messages;
		}

	}

	static class MonitoringChain implements BaleUpdateInterceptor {

		private final Queue<String> said = new ConcurrentLinkedQueue<>();

		@Override
		public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
			this.said.add(context.update().from() + " -> " + handler);
			return true;
		}

	}

	static class ShortcutsBot {

		@BaleHandler(content = Content.PHOTO)
		BaleMethod<?> back(Message message, PhotoSize photo) {
			return SendPhoto.of(InputFile.id(photo)).caption("yours").replyTo(message);
		}

		@BaleCommand
		List<BaleMethod<?>> everything(Message message) {
			return List.of(SendLocation.of(35.7, 51.4).replyTo(message), SendContact.of("989120000000", "Sara"),
					SendDocument.of(InputFile.of("hello".getBytes(), "hello.txt")),
					SendMediaGroup.of(List.of(InputMediaPhoto.of(InputFile.of(new byte[] { 1 }, "1.png")),
							InputMediaPhoto.of(InputFile.of(new byte[] { 2 }, "2.png")))),
					SendChatAction.of(ChatAction.TYPING));
		}

		@BaleCommand
		Mono<?> correct(Chat chat, BaleContext context, BaleClient bale) {
			return context.send("Helo")
				.flatMap((message) -> bale.execute(EditMessageText.of(message, "Hello")).thenReturn(message))
				.flatMap((message) -> bale.execute(CopyMessage.of(chat.id(), message)).thenReturn(message))
				.flatMap((message) -> bale.execute(DeleteMessage.of(message)));
		}

		@BaleCommand
		void manage(Chat chat, BlockingBaleClient bale) {
			bale.execute(SetChatTitle.of(chat.id(), "A new title"));
			int members = bale.execute(GetChatMembersCount.of(chat.id()));
			bale.sendMessage(chat.id(), chat.kind() + " with " + members);
		}

		@BaleCommand
		String whoami(User from, BaleContext context) {
			return from.fullName() + " " + from.mention() + " " + context.update().unknownFields().size();
		}

	}

}
