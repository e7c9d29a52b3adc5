package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import jakarta.annotation.PreDestroy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The port of the emulator while contexts are paused, stopped and restarted.
 */
@Timeout(60)
class EmulatorLifecycleTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final ApplicationContextRunner contextRunner = Bots.application()
		.withBean(Greeting.class)
		.withPropertyValues("bale.token=", "bale.polling.timeout=2s");

	@Test
	void pausedContextReleasesThePortAndTheBotResumes() throws IOException {
		String port = "bale.emulator.port=" + freePort();
		this.contextRunner.withPropertyValues(port).run((first) -> {
			BaleEmulator emulator = first.getBean(BaleEmulator.class);
			Person sara = emulator.person("Sara");
			greet(sara);
			URI address = emulator.baseUrl();
			context(first).pause();
			assertThat(emulator.isRunning()).isFalse();
			this.contextRunner.withPropertyValues(port).run((second) -> {
				assertThat(second.getBean(BaleEmulator.class).baseUrl()).isEqualTo(address);
				greet(second.getBean(BaleEmulator.class).person("Reza"));
			});
			context(first).restart();
			assertThat(emulator.baseUrl()).isEqualTo(address);
			greet(sara);
		});
	}

	@Test
	void stoppedContextReleasesThePortAndRestarts() {
		this.contextRunner.run((context) -> {
			BaleEmulator emulator = context.getBean(BaleEmulator.class);
			context(context).stop();
			assertThat(emulator.isRunning()).isFalse();
			context(context).start();
			greet(emulator.person("Sara"));
		});
	}

	@Test
	void portInUseAtTheRestartIsReported() throws IOException {
		int port = freePort();
		this.contextRunner.withPropertyValues("bale.emulator.port=" + port).run((context) -> {
			context(context).pause();
			try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
				assertThat(other.isBound()).isTrue();
				assertThatException().isThrownBy(() -> context(context).restart())
					.havingRootCause()
					.withMessageContaining("in use");
			}
		});
	}

	@Test
	void emulatorListensUntilTheBeansThatCallBaleAreDestroyed() {
		this.contextRunner.withBean(LastWord.class).run((context) -> {
			LastWord lastWord = context.getBean(LastWord.class);
			BaleEmulator emulator = context.getBean(BaleEmulator.class);
			context(context).close();
			assertThat(lastWord.listening).isTrue();
			assertThat(emulator.isRunning()).isFalse();
		});
	}

	@Test
	void emulatorOfTheApplicationIsNotStoppedByAPause() {
		try (BaleEmulator shared = BaleEmulator.builder().build()) {
			shared.start();
			this.contextRunner.withBean(BaleEmulator.class, () -> shared, (definition) -> {
			}).run((context) -> {
				context(context).pause();
				assertThat(shared.isRunning()).isTrue();
				context(context).restart();
				greet(shared.person("Sara"));
			});
		}
	}

	@Test
	void portIsTheSameAtEachStartByDefault() {
		BaleProperties defaults = Binder.get(new MockEnvironment()).bindOrCreate("bale", BaleProperties.class);
		assertThat(defaults.emulator().port()).isEqualTo(8090);
	}

	private static void greet(Person person) {
		person.write("/hi");
		assertThat(person.awaitReply(LONG).text()).isEqualTo("Hello");
	}

	private static ConfigurableApplicationContext context(AssertableApplicationContext context) {
		return context.getSourceApplicationContext();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

	static class Greeting {

		@BaleCommand("hi")
		String hi() {
			return "Hello";
		}

	}

	static class LastWord {

		private final BaleEmulator emulator;

		private boolean listening;

		LastWord(BaleEmulator emulator, BlockingBaleClient client) {
			this.emulator = emulator;
		}

		@PreDestroy
		void destroy() {
			this.listening = this.emulator.isRunning();
		}

	}

}
