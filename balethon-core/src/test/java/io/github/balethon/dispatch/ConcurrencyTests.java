package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Message;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which updates are handled concurrently and which in order, on an emulator that delays
 * its responses.
 */
@Timeout(60)
class ConcurrencyTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void withEightWorkersEightOfTenUsersAreServedConcurrentlyAndTwoWait() {
		Hold hold = new Hold();
		TestBot bot = this.bots.with(BlockingBot.class).workers(8).bean(Hold.class, () -> hold).start();
		List<Person> users = users(10);
		users.forEach((user) -> user.write("hello"));
		Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(hold.inside()).hasSize(8));
		Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(bot.dispatcher().inFlight()).isEqualTo(10));
		assertThat(hold.inside()).hasSize(8);
		hold.release();
		users.forEach((user) -> assertThat(user.awaitReply(LONG).text()).isEqualTo("hello"));
		assertThat(hold.inside()).hasSize(10);
		assertThat(hold.threads()).hasSize(8).allMatch((name) -> name.matches("bale-\\d+"));
	}

	@Test
	void withFiftyWorkersFiftyUsersAreServedConcurrently() {
		this.emulator.faults().delay("sendMessage", Duration.ofMillis(700));
		this.bots.with(BlockingClientBot.class).workers(50).start();
		List<Person> users = users(50);
		users.forEach((user) -> user.write("hello"));
		users.forEach((user) -> assertThat(user.awaitReply(LONG).text()).isEqualTo("hello"));
		assertThat(this.emulator.calls().maxInFlight("sendMessage")).isEqualTo(50);
	}

	@Test
	void handlersThatReturnAMonoDoNotBlockWorkers() {
		this.emulator.faults().delay("sendMessage", Duration.ofSeconds(2));
		this.bots.with(ReactiveBot.class).workers(8).start();
		List<Person> users = users(100);
		users.forEach((user) -> user.write("hello"));
		Awaitility.await().atMost(LONG).until(() -> this.emulator.calls().inFlight("sendMessage") == 100);
		users.forEach((user) -> assertThat(user.awaitReply(LONG).text()).isEqualTo("hello"));
	}

	@Test
	void updatesOfASenderAreHandledInOrderWhileAnotherSenderIsServed() {
		Hold hold = new Hold();
		this.bots.with(HoldingCommandBot.class).workers(4).bean(Hold.class, () -> hold).start();
		Person sara = this.emulator.person("Sara");
		Person reza = this.emulator.person("Reza");
		sara.write("/hold");
		sara.write("second");
		sara.write("third");
		Awaitility.await().atMost(LONG).until(() -> hold.inside().size() == 1);
		reza.write("first of Reza");
		assertThat(reza.awaitReply(LONG).text()).isEqualTo("first of Reza");
		assertThat(replies(sara)).isEmpty();
		hold.release();
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(() -> assertThat(replies(sara)).containsExactly("/hold", "second", "third"));
	}

	@Test
	void repliesOfHandlersThatReturnAMonoKeepTheOrderOfTheSender() {
		this.bots.with(ReactiveBot.class).start();
		Person sara = this.emulator.person("Sara");
		List<String> texts = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
		texts.forEach(sara::write);
		Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(replies(sara)).isEqualTo(texts));
		assertThat(this.emulator.calls().maxInFlight("sendMessage")).isOne();
	}

	@Test
	void continuationThatBlocksDoesNotBlockPolling() {
		Hold hold = new Hold();
		TestBot bot = this.bots.with(CarelessBot.class).bean(Hold.class, () -> hold).start();
		Person sara = this.emulator.person("Sara");
		sara.write("/careless");
		Awaitility.await().atMost(LONG).until(() -> hold.inside().size() == 1);
		int polls = this.emulator.calls().of("getUpdates").size();
		CarelessBot handlers = bot.bean(CarelessBot.class);
		for (int i = 0; i < 3; i++) {
			this.emulator.person("Reza").write("hello " + i);
			int heard = i + 1;
			Awaitility.await().atMost(LONG).until(() -> handlers.heard.size() == heard);
		}
		assertThat(this.emulator.calls().of("getUpdates")).hasSizeGreaterThan(polls);
		hold.release();
	}

	private List<Person> users(int count) {
		return IntStream.range(0, count).mapToObj((i) -> this.emulator.person("User " + i)).toList();
	}

	private static List<String> replies(Person user) {
		return user.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	/**
	 * Blocks handlers until they are released.
	 */
	static final class Hold {

		private final Queue<String> inside = new ConcurrentLinkedQueue<>();

		private final Set<String> threads = ConcurrentHashMap.newKeySet();

		private final CountDownLatch release = new CountDownLatch(1);

		void enter(String who) {
			this.inside.add(who);
			this.threads.add(Thread.currentThread().getName());
			try {
				this.release.await(30, TimeUnit.SECONDS);
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

		void release() {
			this.release.countDown();
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

	static class BlockingClientBot {

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

}
