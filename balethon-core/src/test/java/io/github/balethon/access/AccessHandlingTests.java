package io.github.balethon.access;

import java.time.Duration;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.dispatch.DispatchStatistics;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.ChatType;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Access rules and rate limits of a running bot, whose refusals exception handlers
 * answer.
 */
@Timeout(60)
class AccessHandlingTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void accessRulesAndRateLimitApply() {
		TestBot bot = this.bots.with(GuardedBot.class)
			.bean(SenderRateLimit.class, () -> new SenderRateLimit(3, Duration.ofHours(1)))
			.start();
		Person sara = this.emulator.person("Sara");
		sara.write("/secret");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("denied");
		sara.write("/open");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("open");
		sara.write("/open");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("open");
		sara.write("/open");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("slower");
		Person ali = this.emulator.person("Ali");
		ali.write("/open");
		assertThat(ali.awaitReply(LONG).text()).isEqualTo("open");
		DispatchStatistics statistics = bot.statistics();
		assertThat(statistics.failed()).isZero();
	}

	@BaleHandler(chat = ChatType.PRIVATE)
	static class GuardedBot {

		@BaleCommand
		@BaleAccess(users = 5)
		String secret() {
			return "secret";
		}

		@BaleCommand
		@BaleAccess(privateOnly = true, groupAdmins = true)
		String open() {
			return "open";
		}

		@BaleExceptionHandler(AccessDeniedException.class)
		String denied() {
			return "denied";
		}

		@BaleExceptionHandler
		String slower(RateLimitExceededException ex) {
			assertThat(ex.getRetryAfter()).isPositive();
			return "slower";
		}

	}

}
