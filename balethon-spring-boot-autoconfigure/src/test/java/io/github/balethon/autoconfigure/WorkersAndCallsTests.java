package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Chat;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.Message;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promises about speed, as orders and counts on an emulator that takes its time.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class WorkersAndCallsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

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
	void withEightWorkersEightOfTenPeopleAreServedAtOnceAndTwoWait() {
		Hold hold = new Hold();
		bot().withPropertyValues("bale.max-workers=8")
			.withBean(Hold.class, () -> hold)
			.withBean(BlockingBot.class)
			.run((context) -> {
				List<Person> people = people(10);
				people.forEach((person) -> person.write("hello"));
				Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(hold.inside()).hasSize(8));
				Awaitility.await()
					.atMost(LONG)
					.untilAsserted(() -> assertThat(context.getBean(Dispatcher.class).inFlight()).isEqualTo(10));
				assertThat(hold.inside()).hasSize(8);
				hold.letGo();
				people.forEach((person) -> assertThat(person.awaitReply(LONG).text()).isEqualTo("hello"));
				assertThat(hold.inside()).hasSize(10);
				assertThat(hold.threads()).hasSize(8).allMatch((name) -> name.matches("bale-\\d+"));
			});
	}

	@Test
	void withFiftyWorkersFiftyPeopleAreServedAtOnce() {
		this.emulator.delay("sendMessage", Duration.ofMillis(700));
		bot().withPropertyValues("bale.max-workers=50").withBean(BlockingBotWithoutHold.class).run((context) -> {
			List<Person> people = people(50);
			people.forEach((person) -> person.write("hello"));
			people.forEach((person) -> assertThat(person.awaitReply(LONG).text()).isEqualTo("hello"));
			assertThat(this.emulator.mostOpen("sendMessage")).isEqualTo(50);
		});
	}

	@Test
	void handlersThatReturnAMonoHoldNoWorker() {
		this.emulator.delay("sendMessage", Duration.ofSeconds(2));
		bot().withPropertyValues("bale.max-workers=8").withBean(ReactiveBot.class).run((context) -> {
			List<Person> people = people(100);
			people.forEach((person) -> person.write("hello"));
			Awaitility.await().atMost(LONG).until(() -> this.emulator.open("sendMessage") == 100);
			people.forEach((person) -> assertThat(person.awaitReply(LONG).text()).isEqualTo("hello"));
		});
	}

	@Test
	void messageIsSentAwaitedAndEditedInBothStyles() {
		bot().withBean(EditingBot.class).run((context) -> {
			for (String command : List.of("/reactive", "/blocking", "/task", "/future")) {
				Person person = this.emulator.person("Sara");
				person.write(command);
				Awaitility.await()
					.atMost(LONG)
					.untilAsserted(() -> assertThat(person.chat()).hasSize(2)
						.last()
						.satisfies((message) -> assertThat(message.text()).isEqualTo("Hello"))
						.satisfies((message) -> assertThat(message.edited()).isTrue()));
			}
		});
	}

	@Test
	void editThatWasStartedAndForgottenArrives() {
		this.emulator.delay("editMessageText", Duration.ofMillis(500));
		Person person = this.emulator.person("Sara");
		bot().withBean(ForgetfulBot.class).run((context) -> {
			person.write("hello");
			Awaitility.await()
				.atMost(LONG)
				.untilAsserted(() -> assertThat(person.chat()).last()
					.satisfies((message) -> assertThat(message.text()).isEqualTo("edited")));
		});
	}

	@Test
	void editThatWasStartedAndForgottenArrivesAlsoWhenTheApplicationIsStoppedMeanwhile(CapturedOutput output) {
		this.emulator.delay("editMessageText", Duration.ofMillis(1500));
		Person person = this.emulator.person("Sara");
		bot().withBean(ForgetfulBot.class).run((context) -> {
			person.write("hello");
			this.emulator.awaitCalls("editMessageText", 1, LONG);
			assertThat(person.chat()).noneMatch((message) -> "edited".equals(message.text()));
		});
		assertThat(person.chat()).last().satisfies((message) -> assertThat(message.text()).isEqualTo("edited"));
		assertThat(this.emulator.pendingUpdates()).isZero();
		assertThat(output).doesNotContain("unfinished");
	}

	@Test
	void callsOutsideOfHandlersArriveAlsoWhenTheApplicationIsStoppedMeanwhile() {
		this.emulator.delay("sendMessage", Duration.ofMillis(700));
		Person person = this.emulator.person("Sara");
		CompletableFuture<Message> sent = new CompletableFuture<>();
		bot().withBean(ReactiveBot.class)
			.run((context) -> context.getBean(BaleClient.class)
				.sendMessage(person.id(), "news")
				.subscribe(sent::complete, sent::completeExceptionally));
		assertThat(sent).isCompletedWithValueMatching((message) -> "news".equals(message.text()));
	}

	@Test
	void messagesOfOnePersonAreHandledInOrderWhileAnotherIsServed() {
		Hold hold = new Hold();
		bot().withPropertyValues("bale.max-workers=4")
			.withBean(Hold.class, () -> hold)
			.withBean(HoldingCommandBot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				Person reza = this.emulator.person("Reza");
				sara.write("/hold");
				sara.write("second");
				sara.write("third");
				Awaitility.await().atMost(LONG).until(() -> hold.inside().size() == 1);
				reza.write("first of Reza");
				assertThat(reza.awaitReply(LONG).text()).isEqualTo("first of Reza");
				assertThat(botMessages(sara)).isEmpty();
				hold.letGo();
				Awaitility.await()
					.atMost(LONG)
					.untilAsserted(() -> assertThat(botMessages(sara)).containsExactly("/hold", "second", "third"));
			});
	}

	@Test
	void handlersOfOnePersonThatReturnAMonoKeepTheOrderOfTheReplies() {
		bot().withBean(ReactiveBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			List<String> texts = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
			texts.forEach(sara::write);
			Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(botMessages(sara)).isEqualTo(texts));
			assertThat(this.emulator.mostOpen("sendMessage")).isOne();
		});
	}

	@Test
	void codeThatBlocksInAContinuationDoesNotStopThePoll() {
		Hold hold = new Hold();
		bot().withBean(Hold.class, () -> hold).withBean(CarelessBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("/careless");
			Awaitility.await().atMost(LONG).until(() -> hold.inside().size() == 1);
			int polls = this.emulator.calls("getUpdates").size();
			CarelessBot bot = context.getBean(CarelessBot.class);
			for (int i = 0; i < 3; i++) {
				this.emulator.person("Reza").write("hello " + i);
				int heard = i + 1;
				Awaitility.await().atMost(LONG).until(() -> bot.heard.size() == heard);
			}
			assertThat(this.emulator.calls("getUpdates")).hasSizeGreaterThan(polls);
			hold.letGo();
		});
	}

	@Test
	void callThatWasBuiltAndNeverSentIsNamedOnce(CapturedOutput output) {
		bot().withBean(UnsentBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			sara.write("two");
			sara.write("/done");
			sara.awaitReply(LONG);
		});
		assertThat(output.toString()
			.split("UnsentBot#handle built sendMessage but never sent it: return it, or call .toFuture\\(\\)", -1))
			.hasSize(2);
		assertThat(this.emulator.calls("sendMessage")).hasSize(1);
	}

	@Test
	void forgottenCallThatFailsIsLoggedOnceWithMethodAndHandler(CapturedOutput output) {
		this.emulator.fail("editMessageText", 400, "Bad Request: message not found", 1);
		bot().withBean(ForgetfulBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("hello");
			sara.awaitReply(LONG);
		});
		assertThat(output.toString().split("Call of editMessageText that handler ForgetfulBot#handle started", -1))
			.hasSize(2);
	}

	@Test
	void failureThatTheHandlerSeesIsToldOnceAndOtherUpdatesGoOn(CapturedOutput output) {
		this.emulator.fail("sendMessage", 403, "permission_denied", 1);
		bot().withBean(EditingBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("/future");
			sara.write("/blocking");
			Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(botMessages(sara)).containsExactly("Hello"));
		});
		assertThat(output.toString().split("Bale refused sendMessage with code 403: permission_denied", -1)).hasSize(2);
		assertThat(output).contains("Handler EditingBot#future failed on update 1").doesNotContain("did not await");
	}

	@Test
	void unfinishedWorkIsNamedWhenAStopCannotWaitForIt(CapturedOutput output) {
		this.emulator.delay("sendMessage", Duration.ofSeconds(30));
		bot().withPropertyValues("bale.dispatch.shutdown-timeout=200ms").withBean(ReactiveBot.class).run((context) -> {
			this.emulator.person("Sara").write("hello");
			Awaitility.await().atMost(LONG).until(() -> this.emulator.open("sendMessage") == 1);
		});
		assertThat(output).contains("Shutdown timeout exceeded with 1 updates and 1 calls to Bale in flight");
	}

	private ApplicationContextRunner bot() {
		return Bots.on(this.emulator);
	}

	private List<Person> people(int count) {
		return IntStream.range(0, count).mapToObj((i) -> this.emulator.person("Person " + i)).toList();
	}

	private static List<String> botMessages(Person person) {
		return person.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	/**
	 * Holds handlers until they are let go.
	 */
	static final class Hold {

		private final Queue<String> inside = new ConcurrentLinkedQueue<>();

		private final Set<String> threads = ConcurrentHashMap.newKeySet();

		private final CountDownLatch letGo = new CountDownLatch(1);

		void enter(String who) {
			this.inside.add(who);
			this.threads.add(Thread.currentThread().getName());
			try {
				this.letGo.await(30, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		List<String> inside() {
			return List.copyOf(this.inside);
		}

		Set<String> threads() {
			return this.threads;
		}

		void letGo() {
			this.letGo.countDown();
		}

	}

	static class BlockingBot {

		private final Hold hold;

		BlockingBot(Hold hold) {
			this.hold = hold;
		}

		@BaleHandler
		void handle(Chat chat, String text, BlockingBaleClient bale) {
			this.hold.enter(text);
			bale.sendMessage(chat.id(), text);
		}

	}

	static class BlockingBotWithoutHold {

		@BaleHandler
		void handle(Chat chat, String text, BlockingBaleClient bale) {
			bale.sendMessage(chat.id(), text);
		}

	}

	static class ReactiveBot {

		@BaleHandler
		Mono<Message> handle(String text, BaleContext context) {
			return context.send(text);
		}

	}

	static class EditingBot {

		@BaleCommand("reactive")
		Mono<EditedMessage> reactive(Chat chat, BaleClient bale) {
			return bale.sendMessage(chat.id(), "…").flatMap((message) -> bale.editMessageText(message, "Hello"));
		}

		@BaleCommand("blocking")
		void blocking(Chat chat, BlockingBaleClient bale) {
			Message message = bale.sendMessage(chat.id(), "…");
			bale.editMessageText(message, "Hello");
		}

		@BaleCommand("task")
		void task(Chat chat, BaleClient bale) {
			Message message = bale.blocking().sendMessage(chat.id(), "…");
			CompletableFuture<EditedMessage> task = bale.editMessageText(message, "Hello").toFuture();
			task.join();
		}

		@BaleCommand("future")
		CompletableFuture<EditedMessage> future(Chat chat, BaleClient bale) {
			return bale.sendMessage(chat.id(), "…")
				.flatMap((message) -> bale.editMessageText(message, "Hello"))
				.toFuture();
		}

	}

	static class ForgetfulBot {

		private final BaleClient bale;

		ForgetfulBot(BaleClient bale) {
			this.bale = bale;
		}

		@BaleHandler
		void handle(Chat chat) {
			this.bale.sendMessage(chat.id(), "sent")
				.flatMap((message) -> this.bale.editMessageText(message, "edited"))
				.toFuture();
		}

	}

	static class HoldingCommandBot {

		private final Hold hold;

		HoldingCommandBot(Hold hold) {
			this.hold = hold;
		}

		@BaleCommand("hold")
		String hold(String text) {
			this.hold.enter(text);
			return text;
		}

		@BaleHandler
		String handle(String text) {
			return text;
		}

	}

	static class CarelessBot {

		private final Hold hold;

		private final Queue<String> heard = new ConcurrentLinkedQueue<>();

		CarelessBot(Hold hold) {
			this.hold = hold;
		}

		@BaleCommand("careless")
		Mono<?> careless(BaleContext context) {
			return context.send("…").doOnNext((message) -> this.hold.enter("loop"));
		}

		@BaleHandler
		void hear(String text) {
			this.heard.add(text);
		}

	}

	static class UnsentBot {

		private final AtomicReference<Mono<Message>> built = new AtomicReference<>();

		@BaleHandler
		void handle(Chat chat, BaleClient bale) {
			this.built.set(bale.sendMessage(chat.id(), "never"));
		}

		@BaleCommand("done")
		String done() {
			return "done";
		}

	}

}
