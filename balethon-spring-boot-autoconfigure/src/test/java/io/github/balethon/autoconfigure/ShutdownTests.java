package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Message;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceListener;
import jakarta.annotation.PreDestroy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A shutdown keeps its deadline, and until then everything that handlers need is there.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ShutdownTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	// Twice the time, and far below the 30 seconds of a phase.
	private static final Duration DEADLINE = Duration.ofSeconds(6);

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final Person sara = this.emulator.person("Sara");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
		Bot.release.countDown();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sleep", "ignore" })
	void handlersAreInterruptedAtTheDeadline(String text, CapturedOutput output) {
		bot().run((context) -> {
			this.sara.write(text);
			Bot bot = context.getBean(Bot.class);
			assertThat(bot.inHandler.await(20, TimeUnit.SECONDS)).isTrue();
			Dispatcher dispatcher = context.getBean(Dispatcher.class);
			assertThat(closed(context)).isLessThan(DEADLINE.multipliedBy(2));
			assertThat(bot.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
			// Not acknowledged as failed, so that a persistent inbox delivers it again.
			assertThat(dispatcher.statistics().failed()).isZero();
		});
		assertThat(output).contains("Shutdown timeout exceeded with 1 updates");
	}

	@Test
	void callsThatWaitForRateLimitingFailAtTheDeadline(CapturedOutput output) {
		List<CompletableFuture<Message>> broadcast = new ArrayList<>();
		bot().withPropertyValues("bale.client.rate-limit.messages=1").run((context) -> {
			BaleClient bale = context.getBean(BaleClient.class);
			for (int i = 0; i < 100; i++) {
				broadcast.add(bale.sendMessage(this.sara.id(), "news " + i).toFuture());
			}
			assertThat(closed(context)).isLessThan(DEADLINE.multipliedBy(2));
		});
		assertThat(broadcast).allMatch(CompletableFuture::isDone).anyMatch(CompletableFuture::isCompletedExceptionally);
		assertThat(output).contains("calls to Bale fail: raise bale.dispatch.shutdown-timeout");
	}

	@Test
	void servicesOfTheApplicationRunUntilHandlersAreFinished() {
		bot().withBean(Stock.class).run((context) -> {
			this.sara.write("order");
			Bot bot = context.getBean(Bot.class);
			assertThat(bot.inHandler.await(20, TimeUnit.SECONDS)).isTrue();
			CompletableFuture<Duration> closing = CompletableFuture.supplyAsync(() -> closed(context));
			LongPolling polling = context.getBean(LongPolling.class);
			Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.STOPPED);
			Bot.release.countDown();
			assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("in stock: true");
			assertThat(closing).succeedsWithin(LONG);
		});
	}

	@Test
	void callsOfBeansThatAreDestroyedArrive() {
		bot().withBean(LastWords.class).run((context) -> {
			context.getBean(LastWords.class).to = this.sara.id();
			context.getSourceApplicationContext().close();
		});
		assertThat(this.sara.chat()).extracting(ChatMessage::text)
			.containsExactlyInAnyOrder("started", "blocking", "started too");
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, NoSuchMethodError.class })
	void stepThatFailsDoesNotSkipTheOthers(Class<? extends Throwable> error, CapturedOutput output) {
		FailingSource source = new FailingSource(error);
		bot().withBean(UpdateSource.class, () -> source).run((context) -> assertThat(context).hasNotFailed());
		assertThat(source.called).containsExactly("start", "stop", "confirm");
		assertThat(output).contains("Bot could not stop its update source while it shuts down");
	}

	private ApplicationContextRunner bot() {
		return Bots.on(this.emulator)
			.withPropertyValues("bale.dispatch.shutdown-timeout=" + DEADLINE.toSeconds() + "s", "bale.max-workers=2")
			.withBean(Bot.class);
	}

	private static Duration closed(AssertableApplicationContext context) {
		long begin = System.nanoTime();
		context.getSourceApplicationContext().close();
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	static class Bot {

		// One for all, as a bot that hangs must go on when its test has ended.
		private static volatile CountDownLatch release = new CountDownLatch(1);

		private final CountDownLatch inHandler = new CountDownLatch(1);

		private final CountDownLatch interrupted = new CountDownLatch(1);

		private final ObjectProvider<Stock> stock;

		Bot(ObjectProvider<Stock> stock) {
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

	static class LastWords {

		private final BaleClient bale;

		private final BlockingBaleClient blocking;

		private volatile long to;

		LastWords(BaleClient bale, BlockingBaleClient blocking) {
			this.bale = bale;
			this.blocking = blocking;
		}

		@PreDestroy
		void say() {
			this.bale.sendMessage(this.to, "started").toFuture();
			this.blocking.sendMessage(this.to, "blocking");
			this.bale.sendMessage(this.to, "started too").toFuture();
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
