package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.method.AnswerPreCheckoutQuery;
import io.github.balethon.model.Message;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Updates that Bale expects an answer to within seconds overtake others.
 */
@Timeout(60)
class UrgentUpdateTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void preCheckoutQueryOvertakesQueuedUpdates() {
		TestBot bot = this.bots.with(ShopBot.class).workers(1).start();
		ShopBot handlers = bot.bean(ShopBot.class);
		Person sara = this.emulator.person("Sara");
		Person reza = this.emulator.person("Reza");
		sara.write("hold");
		Awaitility.await().atMost(LONG).until(() -> handlers.seen.size() == 1);
		reza.write("waits");
		sara.write("waits too");
		preCheckout(sara);
		Dispatcher dispatcher = bot.dispatcher();
		Awaitility.await().atMost(LONG).until(() -> dispatcher.inFlight() == 4);
		handlers.end.countDown();
		Awaitility.await().atMost(LONG).until(() -> handlers.seen.size() == 4);
		assertThat(handlers.seen).startsWith("hold", "order-311");
	}

	@Test
	void preCheckoutQueryDoesNotWaitForTheLaneOfItsSender() {
		TestBot bot = this.bots.with(ShopBot.class).workers(2).start();
		ShopBot handlers = bot.bean(ShopBot.class);
		Person sara = this.emulator.person("Sara");
		sara.write("hold");
		Awaitility.await().atMost(LONG).until(() -> handlers.seen.size() == 1);
		preCheckout(sara);
		this.emulator.calls().await("answerPreCheckoutQuery", 1, LONG);
		handlers.end.countDown();
	}

	private void preCheckout(Person person) {
		this.emulator.updates().enqueue("""
				{"pre_checkout_query":{"id":"txn-1","from":{"id":%d,"first_name":"Sara"},"currency":"IRR",\
				"total_amount":1500000,"invoice_payload":"order-311"}}""".formatted(person.id()));
	}

	static class ShopBot {

		private final CountDownLatch end = new CountDownLatch(1);

		private final Queue<String> seen = new ConcurrentLinkedQueue<>();

		@BaleHandler
		void message(Message message) throws InterruptedException {
			this.seen.add(message.text());
			if ("hold".equals(message.text())) {
				this.end.await();
			}
		}

		@BaleHandler
		AnswerPreCheckoutQuery pay(PreCheckoutQuery query) {
			this.seen.add(query.invoicePayload());
			return AnswerPreCheckoutQuery.of(query.id());
		}

	}

}
