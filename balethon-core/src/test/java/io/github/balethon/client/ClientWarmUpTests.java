package io.github.balethon.client;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientWarmUpTests {

	@Test
	void leavesNoThread() {
		Set<Thread> before = threads();
		ClientWarmUp.run();
		ClientWarmUp.run();
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			Set<Thread> left = threads();
			left.removeAll(before);
			assertThat(left).isEmpty();
		});
	}

	private static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("bale-"))
			.collect(Collectors.toSet());
	}

}
