package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.balethon.access.SenderRateLimit;
import io.github.balethon.dispatch.DispatchSettings;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.Ordering;
import io.github.balethon.dispatch.ShutdownDeadline;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.backoff.BackOffExecution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BaleDispatchAutoConfiguration}.
 */
class BaleDispatchAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = Bots.application()
		.withPropertyValues("bale.token=1:test", "bale.base-url=http://127.0.0.1:1");

	@Test
	void settingsHaveDefaultValues() {
		this.contextRunner.withPropertyValues("bale.max-workers=8").run((context) -> {
			DispatchSettings settings = context.getBean(Dispatcher.class).settings();
			assertThat(settings.maxWorkers()).isEqualTo(8);
			assertThat(settings.ordering()).isEqualTo(Ordering.SENDER);
			assertThat(settings.handlerTimeout()).isEqualTo(Duration.ofMinutes(5));
			assertThat(settings.maxAge()).isNull();
			assertThat(settings.maxAttempts()).isOne();
			assertThat(pauses(settings, 8)).startsWith(1000L, 2000L, 4000L).endsWith(60_000L, 60_000L);
		});
	}

	@Test
	void settingsFollowTheProperties() {
		this.contextRunner
			.withPropertyValues("bale.max-workers=2", "bale.dispatch.ordering=chat", "bale.dispatch.handler-timeout=3s",
					"bale.dispatch.max-age=4m", "bale.dispatch.retry.max-attempts=5",
					"bale.dispatch.retry.initial-backoff=6s", "bale.dispatch.retry.max-backoff=7s")
			.run((context) -> {
				DispatchSettings settings = context.getBean(Dispatcher.class).settings();
				assertThat(settings.maxWorkers()).isEqualTo(2);
				assertThat(settings.ordering()).isEqualTo(Ordering.CHAT);
				assertThat(settings.handlerTimeout()).isEqualTo(Duration.ofSeconds(3));
				assertThat(settings.maxAge()).isEqualTo(Duration.ofMinutes(4));
				assertThat(settings.maxAttempts()).isEqualTo(5);
				assertThat(pauses(settings, 3)).containsExactly(6000L, 7000L, 7000L);
			});
	}

	@Test
	void shutdownDeadlineFollowsTheProperty() {
		this.contextRunner.withPropertyValues("bale.dispatch.shutdown-timeout=9s")
			.run((context) -> assertThat(context.getBean(ShutdownDeadline.class).timeout())
				.isEqualTo(Duration.ofSeconds(9)));
	}

	@Test
	void rateLimitOfSendersIsOptional() {
		this.contextRunner.run((context) -> assertThat(context).doesNotHaveBean(SenderRateLimit.class));
		this.contextRunner.withPropertyValues("bale.access.rate-limit.updates=3")
			.run((context) -> assertThat(context).hasSingleBean(SenderRateLimit.class));
	}

	private static List<Long> pauses(DispatchSettings settings, int count) {
		BackOffExecution execution = settings.backOff().start();
		return Stream.generate(execution::nextBackOff).limit(count).toList();
	}

}
