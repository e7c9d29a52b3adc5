package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.testsupport.EmulatedBots;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Conditions and argument resolvers that fail while a handler is selected, on real
 * threads.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class HandlerSelectionTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void failingConditionLeavesTheUpdateToOtherHandlers(CapturedOutput output) {
		this.bots.with(FailingConditionBot.class).start();
		Person sara = this.emulator.person("Sara");
		for (int i = 0; i < 3; i++) {
			sara.write("hello " + i);
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("rest");
		}
		assertThat(output).containsOnlyOnce("Condition \"vip\" of handler FailingConditionBot#vip failed on update")
			.doesNotContain("Handler null");
	}

	@Test
	void failureBeforeAHandlerIsSelectedNamesNoHandler(CapturedOutput output) {
		this.bots.with(FailingResolverBot.class).start();
		Person sara = this.emulator.person("Sara");
		sara.write("/order");
		sara.write("/ping");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("pong");
		assertThat(output).contains("The selection of a handler failed on update").doesNotContain("Handler null");
	}

	@Test
	void conditionIsSubjectToTheHandlerTimeout(CapturedOutput output) {
		this.bots.with(HangingConditionBot.class).handlerTimeout(Duration.ofSeconds(1)).start();
		Person sara = this.emulator.person("Sara");
		sara.write("hello");
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(() -> assertThat(output).contains("The selection of a handler failed on update"));
		sara.write("/ping");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("pong");
	}

	@Configuration(proxyBeanMethods = false)
	static class FailingConditionBot {

		@Bean
		BaleCondition vip() {
			return (context) -> {
				throw new IllegalStateException("The database is down");
			};
		}

		@BaleHandler(when = "vip")
		String vip(String text) {
			return "vip";
		}

		@BaleHandler(fallback = true)
		String rest() {
			return "rest";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingResolverBot {

		@Bean
		BaleArgumentResolver failing() {
			return new BaleArgumentResolver() {
				@Override
				public boolean supportsParameter(MethodParameter parameter) {
					return parameter.getParameterType() == StringBuilder.class;
				}

				@Override
				public @Nullable Object resolveArgument(MethodParameter parameter, BaleContext context) {
					throw new IllegalStateException("The database is down");
				}
			};
		}

		@BaleCommand
		String order(StringBuilder order) {
			return "order";
		}

		@BaleCommand
		String ping() {
			return "pong";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HangingConditionBot {

		@Bean
		BaleCondition hanging() {
			CountDownLatch never = new CountDownLatch(1);
			return (context) -> {
				try {
					never.await();
					return true;
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			};
		}

		@BaleHandler(when = "hanging")
		String hangs(String text) {
			return "hangs";
		}

		@BaleCommand
		String ping() {
			return "pong";
		}

		@BaleHandler(fallback = true)
		String rest() {
			return "rest";
		}

	}

}
