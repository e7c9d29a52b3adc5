package io.github.balethon.autoconfigure;

import java.time.Duration;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.model.DeepLinks;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BotUsernameLookup} and deep links.
 */
class BotUsernameTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private BaleEmulator emulator;

	@BeforeEach
	void start() {
		this.emulator = BaleEmulator.builder().botUsername("shop_bot").build();
		this.emulator.start();
	}

	@AfterEach
	void stop() {
		this.emulator.close();
	}

	private ApplicationContextRunner bot(String username) {
		return Bots.on(this.emulator).withPropertyValues("bale.username=" + username).withBean(StartBot.class);
	}

	@Test
	void usernameIsReadFromGetMe() {
		bot("").run((context) -> {
			awaitUsername(context);
			Person sara = this.emulator.person("Sara");
			sara.write("/start@other_bot");
			sara.write("/start@shop_bot a");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("started by a");
		});
	}

	@Test
	void configuredUsernameNeedsNoCall() {
		bot("shop_bot").run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("/start a");
			sara.awaitReply(LONG);
		});
		assertThat(this.emulator.calls().all()).extracting(Call::method).doesNotContain("getMe");
	}

	@Test
	void payloadOfADeepLinkReachesTheHandler() {
		bot("shop_bot").run((context) -> {
			String link = DeepLinks.start("shop_bot", "order_311-b");
			assertThat(link).isEqualTo("https://ble.ir/shop_bot?start=order_311-b");
			Person sara = this.emulator.person("Sara");
			sara.write("/start " + UriComponentsBuilder.fromUriString(link).build().getQueryParams().getFirst("start"));
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("started by order_311-b");
		});
	}

	private static void awaitUsername(ApplicationContext context) {
		HandlerRegistry handlers = context.getBean(HandlerRegistry.class);
		Awaitility.await().atMost(LONG).until(() -> !handlers.isUsernameMissing());
	}

	static class StartBot {

		@BaleCommand("start")
		String start(@CommandArgs String payload) {
			return "started by " + payload;
		}

	}

}
