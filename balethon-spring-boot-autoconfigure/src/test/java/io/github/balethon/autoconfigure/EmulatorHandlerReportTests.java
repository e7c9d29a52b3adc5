package io.github.balethon.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.emulator.BaleEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The handlers that the chat page shows beside the updates.
 */
@Timeout(60)
class EmulatorHandlerReportTests {

	private final ApplicationContextRunner contextRunner = Bots.application()
		.withBean(Greeting.class)
		.withPropertyValues("bale.token=", "bale.emulator.port=0");

	@Test
	void handlerAndItsFailureAreReported() {
		this.contextRunner.run((context) -> {
			BaleEmulator emulator = context.getBean(BaleEmulator.class);
			URI events = URI.create(emulator.baseUrl() + "/emulator/events?log=true");
			try (Stream<String> lines = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines())
				.body()) {
				long updateId = emulator.person("Sara").write("/start");
				long failing = emulator.person("Reza").write("/fail");
				assertThat(lines.filter((line) -> line.contains("\"handler\"")).limit(2)).satisfiesExactlyInAnyOrder(
						(handled) -> assertThat(handled).contains("\"update_id\":" + updateId, "Greeting#start"),
						(handled) -> assertThat(handled).contains("\"update_id\":" + failing, "Greeting#fail",
								"IllegalStateException: broken"));
			}
		});
	}

	static class Greeting {

		@BaleCommand("start")
		String start() {
			return "Hello";
		}

		@BaleCommand("fail")
		void fail() {
			throw new IllegalStateException("broken");
		}

	}

}
