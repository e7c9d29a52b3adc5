package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Fault;
import io.github.balethon.emulator.Group;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import io.github.balethon.testsupport.TestBotBuilder;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Commands that cancel the handler of their sender.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
@ParameterizedClass(name = "virtual threads: {0}")
@ValueSource(booleans = { false, true })
class InterruptTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final boolean virtualThreads;

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	private final Person sara = this.emulator.person("Sara");

	InterruptTests(boolean virtualThreads) {
		Assumptions.assumeTrue(!virtualThreads || Runtime.version().feature() >= 21, "Virtual threads require Java 21");
		this.virtualThreads = virtualThreads;
	}

	@ParameterizedTest
	@ValueSource(strings = { "block", "never", "future", "recover" })
	void runningHandlerEndsAsCancelled(String text, CapturedOutput output) {
		try (TestBot bot = start()) {
			begin(bot, text);
			this.sara.write("/cancel");
			assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("cancelled");
			awaitIdle(bot);
			assertThat(bot.statistics().cancelled()).isOne();
			assertThat(bot.statistics().failed()).isZero();
			assertThat(bot.statistics().handled()).isOne();
			assertThat(bot.deadLetters().count()).isZero();
			assertThat(bot.bean(Handlers.class).completions).containsExactly("HandlerCancelledException", "null");
		}
		assertThat(output).doesNotContain("ERROR").doesNotContain("WARN");
	}

	@Test
	void handlerIsCancelledWhileItWaitsForBale() {
		TestBot bot = start();
		this.emulator.faults().inject("sendMessage", Fault.hang().times(1));
		begin(bot, "send");
		this.emulator.calls().await("sendMessage", 1, LONG);
		this.sara.write("/cancel");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("cancelled");
		awaitIdle(bot);
		assertThat(bot.statistics().cancelled()).isOne();
	}

	@Test
	void interruptOvertakesUpdatesThatWait() {
		TestBot bot = start();
		begin(bot, "block");
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("/cancel");
		assertThat(replies(3)).containsExactly("cancelled", "a", "b");
		assertThat(bot.statistics().cancelled()).isOne();
	}

	@Test
	void interruptOfANewTextIsAnOrdinaryCommand() {
		TestBot bot = start();
		this.sara.write("a");
		this.sara.write("/cancel");
		assertThat(replies(2)).containsExactlyInAnyOrder("a", "cancelled");
		assertThat(bot.statistics().cancelled()).isZero();
	}

	@Test
	void interruptsAreHandledOneAfterTheOther() {
		TestBot bot = start();
		begin(bot, "block");
		this.sara.write("a");
		this.sara.write("/cancel");
		this.sara.write("/stop");
		assertThat(replies(3)).containsExactly("cancelled", "stopped", "a");
		assertThat(bot.statistics().cancelled()).isOne();
	}

	@Test
	void interruptDoesNotCancelAnotherInterrupt() {
		TestBot bot = start();
		this.sara.write("/slow");
		bot.bean(Handlers.class).begun.acquireUninterruptibly();
		this.sara.write("/cancel");
		bot.bean(Handlers.class).end.countDown();
		assertThat(replies(2)).containsExactly("slow", "cancelled");
	}

	@Test
	void handlersOfOthersAreNotCancelled() {
		TestBot bot = start();
		Person reza = this.emulator.person("Reza");
		begin(bot, "wait");
		reza.write("/cancel");
		assertThat(reza.awaitReply(LONG).text()).isEqualTo("cancelled");
		bot.bean(Handlers.class).end.countDown();
		awaitIdle(bot);
		assertThat(bot.statistics().cancelled()).isZero();
		assertThat(bot.statistics().handled()).isEqualTo(2);
	}

	@Test
	void handlersOfOthersInTheLaneOfAChatAreNotCancelled() {
		TestBot bot = with(Handlers.class).ordering(Ordering.CHAT).start();
		Person reza = this.emulator.person("Reza");
		Group group = this.emulator.group("Team", this.sara, reza);
		this.sara.in(group).write("wait");
		bot.bean(Handlers.class).begun.acquireUninterruptibly();
		reza.in(group).write("/cancel");
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 2);
		bot.bean(Handlers.class).end.countDown();
		awaitIdle(bot);
		assertThat(bot.statistics().cancelled()).isZero();
		assertThat(bot.statistics().handled()).isEqualTo(2);
	}

	@Test
	void updateThatIsToBeRetriedIsCancelled() {
		TestBot bot = with(Handlers.class).retry(3, Duration.ofHours(1)).start();
		this.sara.write("fail");
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().retried() == 1);
		this.sara.write("a");
		this.sara.write("/cancel");
		assertThat(replies(2)).containsExactly("cancelled", "a");
		awaitIdle(bot);
		assertThat(bot.statistics().cancelled()).isOne();
		assertThat(bot.statistics().waiting()).isZero();
		assertThat(bot.statistics().failed()).isZero();
	}

	@Test
	void handlerThatIgnoresTheInterruptEndsAsCancelledWhenItReturns() {
		TestBot bot = start();
		begin(bot, "deaf");
		this.sara.write("/cancel");
		Handlers handlers = bot.bean(Handlers.class);
		handlers.interrupted.acquireUninterruptibly();
		assertThat(bot.dispatcher().overdue()).isZero();
		handlers.end.countDown();
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("cancelled");
		awaitIdle(bot);
		assertThat(bot.statistics().cancelled()).isOne();
		assertThat(this.sara.chat()).extracting(ChatMessage::text).doesNotContain("heard");
	}

	@Test
	void conversationOfACancelledHandlerIsUnchanged() {
		TestBot bot = with(Steps.class).start();
		this.sara.write("/begin");
		bot.bean(Steps.class).begun.acquireUninterruptibly();
		this.sara.write("/cancel");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("state null");
	}

	@Test
	void interruptWithoutAnOrderOfUpdatesIsRefused() {
		assertThatExceptionOfType(ApplicationContextException.class)
			.isThrownBy(() -> with(Handlers.class).ordering(Ordering.NONE).start())
			.havingCause()
			.isInstanceOf(InvalidHandlerException.class)
			.withMessageContaining("interrupts have no lane to overtake");
	}

	@Test
	void workerIsCleanAfterACancellation() {
		TestBot bot = with(Handlers.class).workers(1).start();
		for (int i = 0; i < 20; i++) {
			begin(bot, "block");
			this.sara.write("/cancel");
			this.sara.write("a");
			assertThat(replies(2)).containsExactly("cancelled", "a");
		}
		assertThat(bot.statistics().cancelled()).isEqualTo(20);
	}

	private TestBotBuilder with(Class<?> handlers) {
		return this.bots.with(handlers).virtualThreads(this.virtualThreads);
	}

	private TestBot start() {
		return with(Handlers.class).start();
	}

	private void begin(TestBot bot, String text) {
		this.sara.write(text);
		bot.bean(Handlers.class).begun.acquireUninterruptibly();
	}

	private List<String> replies(int count) {
		return Stream.generate(() -> this.sara.awaitReply(LONG).text()).limit(count).toList();
	}

	private static void awaitIdle(TestBot bot) {
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 0);
	}

	static class Handlers implements BaleUpdateInterceptor {

		final Semaphore begun = new Semaphore(0);

		final Semaphore interrupted = new Semaphore(0);

		final CountDownLatch end = new CountDownLatch(1);

		final List<String> completions = new CopyOnWriteArrayList<>();

		@BaleCommand(interrupt = true)
		String cancel() {
			return "cancelled";
		}

		@BaleCommand(interrupt = true)
		String stop() {
			return "stopped";
		}

		@BaleCommand(interrupt = true)
		String slow() throws InterruptedException {
			this.begun.release();
			this.end.await();
			return "slow";
		}

		@BaleText
		String echo(String text) {
			return text;
		}

		@BaleText("block")
		void block() throws InterruptedException {
			this.begun.release();
			new CountDownLatch(1).await();
		}

		@BaleText("wait")
		void await() throws InterruptedException {
			this.begun.release();
			this.end.await();
		}

		@BaleText("never")
		Mono<String> never() {
			return Mono.<String>never().doOnSubscribe((subscription) -> this.begun.release());
		}

		@BaleText("future")
		CompletableFuture<String> future() {
			this.begun.release();
			return new CompletableFuture<>();
		}

		@BaleText("send")
		void send(BaleContext context, BlockingBaleClient bale) {
			this.begun.release();
			bale.sendMessage(context.chatId(), "never sent");
		}

		@BaleText("fail")
		void fail() {
			throw new IllegalStateException("expected by this test");
		}

		@BaleText("recover")
		void failAndRecover() {
			throw new IllegalArgumentException("expected by this test");
		}

		@BaleExceptionHandler
		void recover(IllegalArgumentException ex) throws InterruptedException {
			this.begun.release();
			new CountDownLatch(1).await();
		}

		@BaleText("deaf")
		String deaf() {
			this.begun.release();
			boolean ended = false;
			while (!ended) {
				try {
					this.end.await();
					ended = true;
				}
				catch (InterruptedException ex) {
					this.interrupted.release();
				}
			}
			return "heard";
		}

		@Override
		public void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error) {
			this.completions.add((error != null) ? error.getClass().getSimpleName() : "null");
		}

	}

	static class Steps {

		final Semaphore begun = new Semaphore(0);

		@BaleCommand
		void begin(Conversation<String> conversation) throws InterruptedException {
			conversation.moveTo("asked");
			this.begun.release();
			new CountDownLatch(1).await();
		}

		@BaleText(state = "asked")
		void answer() {
		}

		@BaleCommand(interrupt = true)
		String cancel(Conversation<String> conversation) {
			return "state " + conversation.state();
		}

	}

}
