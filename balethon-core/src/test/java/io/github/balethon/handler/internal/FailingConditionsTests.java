package io.github.balethon.handler.internal;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Conditions of the application that throw.
 */
@ExtendWith(OutputCaptureExtension.class)
class FailingConditionsTests {

	@AfterEach
	void clearInterrupt() {
		Thread.interrupted();
	}

	@Test
	void failingExpressionDoesNotApply(CapturedOutput output) {
		try (BotFixture bot = BotFixture.of(NullPropertyBot.class)) {
			assertThat(bot.handler(Updates.with("\"caption\":\"abc\",\"photo\":[{\"file_id\":\"a\"}]")))
				.isEqualTo("photo");
			for (int i = 0; i < 3; i++) {
				assertThat(bot.handler(Updates.with("\"photo\":[{\"file_id\":\"a\"}]"))).isEqualTo("rest");
			}
		}
		assertThat(output).containsOnlyOnce(
				"Condition \"#message.caption.length() > 2\" of handler NullPropertyBot#photo failed on update 1");
		assertThat(output).containsOnlyOnce("WARN");
	}

	@Test
	void expressionThatIsNoBooleanDoesNotApply(CapturedOutput output) {
		try (BotFixture bot = BotFixture.of(TextualBot.class)) {
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("rest");
		}
		assertThat(output).contains("TextualBot#textual");
	}

	@Test
	void failingBeansDoNotApplyWhateverTheyThrow(CapturedOutput output) {
		try (BotFixture bot = BotFixture.of(BeansBot.class)) {
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("rest");
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("rest");
		}
		for (String condition : new String[] { "broken", "!broken", "private & absentClass", "deep", "assertion" }) {
			assertThat(output).containsOnlyOnce("Condition \"" + condition + "\" of handler BeansBot#");
		}
	}

	@Test
	void sameConditionIsLoggedForEachHandler(CapturedOutput output) {
		try (BotFixture bot = BotFixture.of(SharedBot.class)) {
			assertThat(bot.handler(Updates.text("x"))).isNull();
			assertThat(bot.handler(Updates.text("x"))).isNull();
		}
		assertThat(output).containsOnlyOnce("Condition \"broken\" of handler SharedBot#first");
		assertThat(output).containsOnlyOnce("Condition \"broken\" of handler SharedBot#second");
	}

	@Test
	void expressionThatOverflowsTheStackDoesNotApply(CapturedOutput output) {
		try (BotFixture bot = BotFixture.of(OverflowBot.class)) {
			assertThat(bot.handler(Updates.text("ab"))).isEqualTo("letters");
			for (int i = 0; i < 2; i++) {
				assertThat(bot.handler(Updates.text("ab".repeat(50_000)))).isEqualTo("rest");
			}
		}
		assertThat(output).containsOnlyOnce("Condition \"^(a|b)*$\" of handler OverflowBot#letters failed on update 1");
	}

	@Test
	void textOfAUserInAnErrorDoesNotForgeALogLine(CapturedOutput output) {
		try (BotFixture bot = BotFixture.of(NumberBot.class)) {
			assertThat(bot.handler(Updates.text("x\n2026-01-01 ERROR forged"))).isEqualTo("rest");
		}
		assertThat(output).contains("x\\n2026-01-01 ERROR forged");
		assertThat(output.toString().lines()).noneMatch((line) -> line.startsWith("2026-01-01 ERROR"));
	}

	@Test
	void interruptedConditionEndsTheUpdate() {
		try (BotFixture bot = BotFixture.of(InterruptedBot.class)) {
			assertThatIllegalStateException().isThrownBy(() -> bot.handler(Updates.text("x")))
				.withMessage("interrupted");
		}
	}

	static class NullPropertyBot {

		@BaleHandler(content = Content.PHOTO, condition = "#message.caption.length() > 2")
		void photo() {
		}

		@BaleHandler(fallback = true)
		void rest() {
		}

	}

	static class NumberBot {

		@BaleHandler(condition = "T(java.lang.Integer).parseInt(#message.text) > 2")
		void number() {
		}

		@BaleHandler(fallback = true)
		void rest() {
		}

	}

	static class TextualBot {

		@BaleHandler(condition = "'perhaps'")
		void textual() {
		}

		@BaleHandler(fallback = true)
		void rest() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BeansBot {

		@Bean
		BaleCondition broken() {
			return (context) -> {
				throw new IllegalArgumentException("broken");
			};
		}

		@Bean
		BaleCondition absentClass() {
			return (context) -> {
				throw new NoClassDefFoundError("absent");
			};
		}

		@Bean
		BaleCondition deep() {
			return new BaleCondition() {
				@Override
				public boolean matches(BaleContext context) {
					return !matches(context);
				}
			};
		}

		@Bean
		BaleCondition assertion() {
			return (context) -> {
				throw new AssertionError("assertion");
			};
		}

		@Order(1)
		@BaleHandler(when = "broken")
		void plain() {
		}

		@Order(2)
		@BaleHandler(when = "!broken")
		void negated() {
		}

		@Order(3)
		@BaleHandler(when = "private & absentClass")
		void joined() {
		}

		@Order(4)
		@BaleHandler(when = "deep")
		void overflow() {
		}

		@Order(5)
		@BaleHandler(when = "assertion")
		void asserted() {
		}

		@BaleHandler(fallback = true)
		void rest() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SharedBot {

		@Bean
		BaleCondition broken() {
			return (context) -> {
				throw new IllegalArgumentException("broken");
			};
		}

		@Order(1)
		@BaleHandler(when = "broken", chat = ChatType.PRIVATE)
		void first() {
		}

		@Order(2)
		@BaleHandler(when = "broken")
		void second() {
		}

	}

	static class OverflowBot {

		@BaleText(regex = "^(a|b)*$")
		void letters() {
		}

		@BaleHandler(fallback = true)
		void rest() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InterruptedBot {

		@Bean
		BaleCondition waiting() {
			return (context) -> {
				throw new IllegalStateException("interrupted", new InterruptedException());
			};
		}

		@BaleHandler(when = "waiting")
		void waits() {
		}

		@BaleHandler(fallback = true)
		void rest() {
		}

	}

}
