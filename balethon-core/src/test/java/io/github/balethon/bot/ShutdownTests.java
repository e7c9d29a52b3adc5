package io.github.balethon.bot;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.balethon.annotation.BaleText;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceListener;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import io.github.balethon.testsupport.TestBotBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Graceful shutdown within its deadline, until which handlers can use the beans of the
 * application.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ShutdownTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	// Twice the time, and far below the 30 seconds of a phase.
	private static final Duration DEADLINE = Duration.ofSeconds(6);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	private final Person sara = this.emulator.person("Sara");

	@AfterEach
	void close() {
		BlockingBot.release.countDown();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sleep", "ignore" })
	void handlersAreInterruptedAtTheDeadline(String text, CapturedOutput output) throws InterruptedException {
		TestBot bot = bot().start();
		this.sara.write(text);
		BlockingBot handlers = bot.bean(BlockingBot.class);
		assertThat(handlers.inHandler.await(20, TimeUnit.SECONDS)).isTrue();
		Dispatcher dispatcher = bot.dispatcher();
		assertThat(bot.shutDown()).isLessThan(DEADLINE.multipliedBy(2));
		assertThat(handlers.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
		// Not acknowledged as failed, so that a persistent inbox delivers it again.
		assertThat(dispatcher.statistics().failed()).isZero();
		assertThat(output).contains("Shutdown timeout exceeded with 1 updates");
	}

	@Test
	void updatesAreAcknowledgedAgainAfterARestart() throws InterruptedException {
		TestBot bot = bot().shutdownTimeout(Duration.ofSeconds(1)).start();
		this.sara.write("sleep");
		BlockingBot handlers = bot.bean(BlockingBot.class);
		assertThat(handlers.inHandler.await(20, TimeUnit.SECONDS)).isTrue();
		bot.context().stop();
		assertThat(handlers.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
		bot.context().start();
		Person ali = this.emulator.person("Ali");
		ali.write("fail");
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().failed() == 1);
		ali.write("ping");
		assertThat(ali.awaitReply(LONG).text()).isEqualTo("pong");
		// Nor is the lane of the interrupted update lost.
		this.sara.write("ping");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("pong");
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 0);
	}

	@Test
	void servicesOfTheApplicationRunUntilHandlersComplete() throws InterruptedException {
		TestBot bot = bot().beans(Stock.class).start();
		this.sara.write("order");
		BlockingBot handlers = bot.bean(BlockingBot.class);
		assertThat(handlers.inHandler.await(20, TimeUnit.SECONDS)).isTrue();
		CompletableFuture<Duration> closing = CompletableFuture.supplyAsync(bot::shutDown);
		LongPolling polling = bot.polling();
		Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.STOPPED);
		BlockingBot.release.countDown();
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("in stock: true");
		assertThat(closing).succeedsWithin(LONG);
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, NoSuchMethodError.class })
	void stepOfTheShutdownThatFailsDoesNotSkipTheOthers(Class<? extends Throwable> error, CapturedOutput output) {
		FailingSource source = new FailingSource(error);
		bot().source(source).start().close();
		assertThat(source.called).containsExactly("start", "stop", "confirm");
		assertThat(output).contains("Bot could not stop its update source while it shuts down");
	}

	private TestBotBuilder bot() {
		return this.bots.with(BlockingBot.class).shutdownTimeout(DEADLINE).workers(2);
	}

	static class BlockingBot {

		// One for all, as a bot that hangs must go on when its test has ended.
		private static volatile CountDownLatch release = new CountDownLatch(1);

		private final CountDownLatch inHandler = new CountDownLatch(1);

		private final CountDownLatch interrupted = new CountDownLatch(1);

		private final ObjectProvider<Stock> stock;

		BlockingBot(ObjectProvider<Stock> stock) {
			this.stock = stock;
			release = new CountDownLatch(1);
		}

		@BaleText("sleep")
		void sleep() throws InterruptedException {
			this.inHandler.countDown();
			try {
				release.await();
			}
			catch (InterruptedException ex) {
				this.interrupted.countDown();
				throw ex;
			}
		}

		@BaleText("ignore")
		void ignore() {
			this.inHandler.countDown();
			while (release.getCount() > 0) {
				try {
					release.await();
				}
				catch (InterruptedException ex) {
					this.interrupted.countDown();
				}
			}
		}

		@BaleText("fail")
		void fail() {
			throw new IllegalStateException("expected by this test");
		}

		@BaleText("ping")
		String ping() {
			return "pong";
		}

		@BaleText("order")
		String order() throws InterruptedException {
			this.inHandler.countDown();
			release.await();
			return "in stock: " + this.stock.getObject().isRunning();
		}

	}

	/**
	 * A service with the phase that every lifecycle bean has that sets none.
	 */
	static class Stock implements SmartLifecycle {

		private volatile boolean running;

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

	}

	static class FailingSource implements UpdateSource {

		private final Queue<String> called = new ConcurrentLinkedQueue<>();

		private final Class<? extends Throwable> error;

		FailingSource(Class<? extends Throwable> error) {
			this.error = error;
		}

		@Override
		public void start(UpdateSourceListener listener) {
			this.called.add("start");
		}

		@Override
		public void stop(Duration timeout) {
			this.called.add("stop");
			if (this.error == IllegalStateException.class) {
				throw new IllegalStateException("expected by this test");
			}
			throw new NoSuchMethodError("expected by this test");
		}

		@Override
		public void confirm(Duration timeout) {
			this.called.add("confirm");
		}

	}

}
