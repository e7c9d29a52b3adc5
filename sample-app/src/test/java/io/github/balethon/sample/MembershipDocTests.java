package io.github.balethon.sample;

import java.time.Duration;

import io.github.balethon.access.RequireMembership;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Group;
import io.github.balethon.emulator.Person;
import io.github.balethon.test.AutoConfigureBaleEmulator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the code about required membership in {@code docs/handlers.md}.
 */
@Timeout(60)
@SpringBootTest(classes = MembershipDocTests.Application.class, properties = "bale.inbox.store=memory")
@AutoConfigureBaleEmulator
class MembershipDocTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@Autowired
	private BaleEmulator emulator;

	@Test
	void deepLinkIsResumedAfterTheUserHasJoined() {
		Group channel = this.emulator.channel("News", "news_demo");
		Person sara = this.emulator.person("Sara");
		sara.write("/start ref_77");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("لطفاً ابتدا عضو شوید، سپس دکمهٔ آخر را بزنید.");
		sara.join(channel);
		sara.press("~bale:1:%s:0:/start ref_77".formatted(Long.toString(sara.chat().get(0).messageId(), 36)));
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("خوش آمدید ref_77");
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	@Import(NewsBot.class)
	static class Application {

	}

	static class NewsBot {

		@BaleCommand("start")
		@RequireMembership("@news_demo")
		String start(@CommandArgs @Nullable String payload) {
			return "خوش آمدید " + payload;
		}

	}

}
