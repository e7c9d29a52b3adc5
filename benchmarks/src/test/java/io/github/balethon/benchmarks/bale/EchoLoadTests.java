package io.github.balethon.benchmarks.bale;

import java.time.Duration;
import java.util.function.Function;

import io.github.balethon.benchmarks.contestant.EchoBot;
import io.github.balethon.benchmarks.contestant.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class EchoLoadTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@Test
	void returningBotAnswersEveryUpdateOnceAndInOrder() throws Exception {
		answersEveryUpdateOnceAndInOrder(EchoBot::returning);
	}

	@Test
	void blockingBotAnswersEveryUpdateOnceAndInOrder() throws Exception {
		answersEveryUpdateOnceAndInOrder(EchoBot::blocking);
	}

	private static void answersEveryUpdateOnceAndInOrder(Function<Task, ConfigurableApplicationContext> bot)
			throws Exception {
		EchoLoad load = new EchoLoad(1000, 4000);
		try (MockBale bale = new MockBale(load, Duration.ZERO);
				ConfigurableApplicationContext running = bot.apply(new Task(bale.baseUrl(), 8, false, ""))) {
			assertThat(running.isRunning()).isTrue();
			assertThat(load.awaitDone(LONG)).isTrue();
			assertThat(load.disorders()).isZero();
		}
	}

	@Test
	void lostAndDuplicatedEchoesAreDetected() {
		EchoLoad load = new EchoLoad(1, 10);
		load.echoed(7);
		load.echoed(8);
		assertThat(load.disorders()).isZero();
		load.echoed(2007);
		load.echoed(8);
		assertThat(load.disorders()).isEqualTo(2);
	}

	@Test
	void echoIsReadFromJsonAndFromForms() {
		assertThat(Messages.echoed("{\"chat_id\":\"9\",\"text\":\"7 3 x\"}")).isEqualTo(2007);
		assertThat(Messages.echoed("chat_id=9&text=7%203%20x")).isEqualTo(2007);
		assertThat(Messages.echoed("text=0+1+x&chat_id=9")).isEqualTo(1000);
	}

}
