package io.github.balethon.handler.internal;

import java.util.List;

import io.github.balethon.annotation.BaleCommand;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands, their prefixes, and the username of the bot in them.
 */
class CommandMatchingTests {

	@Test
	void commandsHaveAnyPrefixAndSeveralNames() {
		try (BotFixture bot = BotFixture.of(CommandsBot.class)) {
			for (String text : List.of("/start", "/START", "/start ref_77", "/start@my_bot", "/Start@My_Bot x",
					"/start\nx", "/begin")) {
				assertThat(bot.handler(Updates.text(text))).as(text).isEqualTo("start");
			}
			assertThat(bot.handler(Updates.text("!ban 5"))).isEqualTo("ban");
			assertThat(bot.handler(Updates.text("#ban"))).isEqualTo("ban");
			assertThat(bot.handler(Updates.text("/byName"))).isEqualTo("byName");
			assertThat(bot.handler(Updates.text("/byname"))).isEqualTo("byName");
			assertThat(bot.handler(Updates.text("راهنما لطفا"))).isEqualTo("bare");
			for (String text : List.of("start", "/started", "/start@other_bot", "say /start", "/", "", "/ban")) {
				assertThat(bot.handler(Updates.text(text))).as(text).isNull();
			}
			assertThat(bot.handler(Updates.edited("/start"))).isNull();
		}
	}

	@Test
	void invisibleCharactersInTheUsernameAreIgnored() {
		for (String username : List.of("my_bot", "@my_bot", "\u00a0@my_bot\u200f", "\ufeffmy_bot ",
				"@\u200emy_bot\u200e")) {
			try (BotFixture bot = BotFixture.of(new HandlerSettings(username, true), CommandsBot.class)) {
				assertThat(bot.handler(Updates.text("/start@my_bot"))).as(username).isEqualTo("start");
				assertThat(bot.handler(Updates.text("/start@other_bot"))).as(username).isNull();
			}
		}
		for (String username : List.of("", " ", "\u00a0", "@")) {
			try (BotFixture bot = BotFixture.of(new HandlerSettings(username, true), CommandsBot.class)) {
				assertThat(bot.handler(Updates.text("/start@other_bot"))).as(username).isEqualTo("start");
			}
		}
	}

	@Test
	void usernameThatIsSetLaterExcludesCommandsOfOtherBots() {
		try (BotFixture bot = BotFixture.of(new HandlerSettings(null, true), CommandsBot.class)) {
			HandlerRegistry registry = bot.bean(HandlerRegistry.class);
			assertThat(registry.isUsernameMissing()).isTrue();
			assertThat(bot.handler(Updates.text("/start@other_bot"))).isEqualTo("start");
			registry.setUsername("my_bot");
			assertThat(registry.isUsernameMissing()).isFalse();
			assertThat(bot.handler(Updates.text("/start@other_bot"))).isNull();
			assertThat(bot.handler(Updates.text("/start@My_Bot"))).isEqualTo("start");
		}
	}

	@Test
	void configuredUsernameIsNotReplaced() {
		try (BotFixture bot = BotFixture.of(new HandlerSettings("my_bot", true), CommandsBot.class)) {
			bot.bean(HandlerRegistry.class).setUsername("other_bot");
			assertThat(bot.handler(Updates.text("/start@other_bot"))).isNull();
			assertThat(bot.handler(Updates.text("/start@my_bot"))).isEqualTo("start");
		}
	}

	static class CommandsBot {

		@BaleCommand({ "start", "/begin" })
		void start() {
		}

		@BaleCommand(value = "ban", prefix = { "!", "#" })
		void ban() {
		}

		@BaleCommand
		void byName() {
		}

		@BaleCommand(value = "راهنما", prefix = "")
		void bare() {
		}

	}

}
