package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.model.Message;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Failures, interrupts and restarts of messages that are handled together.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(AbstractMessageGroupTests.Store.class)
class MessageGroupFailureTests extends AbstractMessageGroupTests {

	MessageGroupFailureTests(Store kind) {
		super(kind);
	}

	@Test
	void failedGroupIsRetriedAsOne() {
		TestBot bot = start(this.bots.with(FailingNotes.class).retry(3, Duration.ofMillis(1)), 1000);
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("/end");
		assertThat(replies(2)).containsExactly("attempt 3 a b", "end");
		awaitIdle(bot);
		assertThat(bot.statistics().retried()).isEqualTo(4);
		assertThat(bot.statistics().handled()).isEqualTo(3);
		assertThat(bot.deadLetters().count()).isZero();
	}

	@Test
	void deadLettersOfAGroupAreReplayedAsOne() {
		TestBot bot = start(FailingNotes.class);
		bot.bean(FailingNotes.class).remaining.set(1);
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("/end");
		assertThat(replies(1)).containsExactly("end");
		Awaitility.await().atMost(LONG).until(() -> bot.deadLetters().count() == 2);
		assertThat(bot.statistics().failed()).isEqualTo(2);
		List<DeadLetter> letters = bot.deadLetters().list(-1, 10);
		assertThat(letters).allSatisfy((letter) -> assertThat(letter.reason()).endsWith("on 2 messages together"));
		letters.forEach((letter) -> bot.deadLetters().replay(letter.id()));
		this.sara.write("/end");
		assertThat(replies(2)).containsExactly("attempt 2 a b", "end");
		awaitIdle(bot);
		assertThat(bot.deadLetters().count()).isZero();
	}

	@Test
	void interruptCancelsAnOpenCollection() {
		TestBot bot = start(Notes.class);
		this.sara.write("a");
		this.sara.write("b");
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().started() == 2);
		this.sara.write("/stop");
		assertThat(replies(1)).containsExactly("stopped");
		awaitIdle(bot);
		assertThat(bot.statistics().cancelled()).isEqualTo(2);
		assertThat(bot.deadLetters().count()).isZero();
	}

	@Test
	void groupThatWaitsForARetryIsCancelledByAnInterrupt() {
		TestBot bot = start(this.bots.with(FailingNotes.class).retry(3, Duration.ofHours(1)), 1000);
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("/end");
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().retried() == 2);
		this.sara.write("/stop");
		assertThat(replies(2)).containsExactly("stopped", "end");
		awaitIdle(bot);
		assertThat(bot.statistics().cancelled()).isEqualTo(2);
		assertThat(bot.deadLetters().count()).isZero();
	}

	@Test
	void groupThatWaitsForARetryOutlivesARestart() {
		assumeTrue(isPersistent());
		TestBot first = start(this.bots.with(FailingNotes.class).retry(3, Duration.ofHours(1)), 1000);
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("/end");
		Awaitility.await().atMost(LONG).until(() -> first.statistics().retried() == 2);
		first.close();
		TestBot second = start(Notes.class);
		assertThat(replies(2)).containsExactly("a b again", "end");
		awaitIdle(second);
	}

	@Test
	void groupInAHandlerThatAShutdownInterruptsIsDeliveredAgain() {
		assumeTrue(isPersistent());
		TestBot first = start(this.bots.with(SlowNotes.class).shutdownTimeout(Duration.ofMillis(200)), 1000);
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("/end");
		first.bean(SlowNotes.class).entered.acquireUninterruptibly();
		first.close();
		TestBot second = start(Notes.class);
		assertThat(replies(2)).containsExactly("a b again", "end");
		awaitIdle(second);
		assertThat(second.statistics().handled()).isEqualTo(3);
	}

	@Test
	void messagesAreHandledAloneIfTheirHandlerDoesNotMatchAtTheNextAttempt() {
		TestBot bot = start(this.bots.with(ClosingNotes.class).retry(2, Duration.ofMillis(1)), 1000);
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("/end");
		assertThat(replies(3)).containsExactly("closed a", "closed b", "end");
		awaitIdle(bot);
		assertThat(bot.statistics().handled()).isEqualTo(3);
	}

	@Test
	void openCollectionOutlivesARestart() {
		TestBot first = start(Notes.class);
		this.sara.write("a");
		this.sara.write("b");
		Awaitility.await().atMost(LONG).until(() -> first.statistics().started() == 2);
		first.close();
		if (!isPersistent()) {
			assertThat(replies(1)).containsExactly("a b");
			return;
		}
		assertThat(sent()).isEmpty();
		TestBot second = start(Notes.class);
		Awaitility.await().atMost(LONG).until(() -> second.statistics().started() == 2);
		this.sara.write("/end");
		assertThat(replies(2)).containsExactly("a b again", "end");
		awaitIdle(second);
	}

	@Test
	void handledGroupIsNotHandledAgainAfterARestart() {
		TestBot first = start(Notes.class);
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("/end");
		assertThat(replies(2)).containsExactly("a b", "end");
		first.close();
		TestBot second = start(Notes.class);
		this.sara.write("/end");
		assertThat(replies(1)).containsExactly("end");
		assertThat(second.statistics().received()).isOne();
	}

	static class SlowNotes {

		private final Semaphore entered = new Semaphore(0);

		@BaleText(collect = "20s")
		String notes(List<Message> messages) throws InterruptedException {
			this.entered.release();
			new CountDownLatch(1).await();
			return "never";
		}

		@BaleCommand
		String end() {
			return "end";
		}

	}

	@Import(OpenCondition.class)
	static class ClosingNotes {

		private final OpenCondition condition;

		ClosingNotes(OpenCondition condition) {
			this.condition = condition;
		}

		@BaleText(when = "open", collect = "20s")
		String notes(List<Message> messages) {
			this.condition.open = false;
			throw new IllegalStateException("expected by this test");
		}

		@BaleHandler(fallback = true)
		String closed(String text) {
			return "closed " + text;
		}

		@BaleCommand
		String end() {
			return "end";
		}

	}

	@Component("open")
	static class OpenCondition implements BaleCondition {

		private volatile boolean open = true;

		@Override
		public boolean matches(BaleContext context) {
			return this.open;
		}

	}

	static class FailingNotes {

		private final AtomicInteger attempts = new AtomicInteger();

		private final AtomicInteger remaining = new AtomicInteger(2);

		@BaleText(collect = "20s")
		String notes(List<Message> messages) {
			if (this.remaining.getAndDecrement() > 0) {
				this.attempts.incrementAndGet();
				throw new IllegalStateException("expected by this test");
			}
			return "attempt " + (this.attempts.get() + 1) + " " + texts(messages);
		}

		@BaleCommand
		String end() {
			return "end";
		}

		@BaleCommand(interrupt = true)
		String stop() {
			return "stopped";
		}

	}

}
