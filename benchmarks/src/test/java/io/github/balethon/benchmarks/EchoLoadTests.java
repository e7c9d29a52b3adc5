package io.github.balethon.benchmarks;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class EchoLoadTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	@ParameterizedTest
	@ValueSource(classes = { ContestantProcess.ReturningBot.class, ContestantProcess.BlockingBot.class })
	void botAnswersEveryUpdateOnceAndInOrder(Class<?> bot) throws Exception {
		EchoLoad load = new EchoLoad(1000, 4000);
		try (MockBale bale = new MockBale(load, Duration.ZERO);
				AutoCloseable running = ContestantProcess.startBot(bot, bale.baseUrl(), 8, null)) {
			assertThat(running).isNotNull();
			assertThat(load.awaitDone(LONG)).isTrue();
			assertThat(load.disorders()).isZero();
		}
	}

	@Test
	void echoThatIsLostOrDoubledIsSeen() {
		EchoLoad load = new EchoLoad(1, 10);
		load.echoed("{\"text\":\"7 1 x\"}");
		load.echoed("{\"text\":\"8 1 x\"}");
		assertThat(load.disorders()).isZero();
		load.echoed("{\"text\":\"7 3 x\"}");
		load.echoed("{\"text\":\"8 1 x\"}");
		assertThat(load.disorders()).isEqualTo(2);
	}

}
