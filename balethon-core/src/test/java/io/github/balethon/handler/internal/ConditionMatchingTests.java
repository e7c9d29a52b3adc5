package io.github.balethon.handler.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.Update;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Conditions on chats, senders and content, by name, in SpEL, on classes and in composed
 * annotations.
 */
class ConditionMatchingTests {

	@Test
	void annotationsWithoutATextOrDataMatchAnyTextOrData() {
		try (BotFixture bot = BotFixture.of(BareBot.class)) {
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("text");
			assertThat(bot.handler(Updates.with("\"caption\":\"x\",\"document\":{\"file_id\":\"a\"}")))
				.isEqualTo("text");
			assertThat(bot.handler(Updates.with("\"photo\":[{\"file_id\":\"a\"}]"))).isEqualTo("rest");
			assertThat(bot.handler(Updates.with("\"caption\":\"x\",\"video\":{\"file_id\":\"a\"}"))).isEqualTo("video");
			assertThat(bot.handler(Updates.with("\"location\":{\"longitude\":1,\"latitude\":2}"))).isEqualTo("rest");
			assertThat(bot.handler(Updates.press("x"))).isEqualTo("press");
			assertThat(bot.handler(Updates.press("y"))).isEqualTo("literal");
			assertThat(bot.handler(Updates.in("group", 5, "x"))).isEqualTo("inGroup");
			assertThat(bot.handler(Updates.edited("x"))).isEqualTo("rest");
		}
		try (BotFixture bot = BotFixture.of(BareAnswerBot.class)) {
			bot.handle(Updates.press("x"));
			assertThat(bot.client().sent()).singleElement().extracting("text").isEqualTo("pressed");
			assertThat(bot.handler(Updates.text("x"))).isNull();
		}
	}

	@Test
	void chatsSendersAndContent() {
		try (BotFixture bot = BotFixture.of(GuardsBot.class)) {
			assertThat(bot.handler(Updates.in("private", 1001, "/who"))).isEqualTo("inPrivate");
			assertThat(bot.handler(Updates.in("group", 5, "/who"))).isEqualTo("inGroup");
			assertThat(bot.handler(Updates.in("group", 6, "/who"))).isEqualTo("inThatGroup");
			assertThat(bot.handler(Updates.in("channel", 7, "/who"))).isNull();
			assertThat(bot.handler(Updates.text("/sender"))).isEqualTo("sara");
		}
	}

	@Test
	void identifiersAndUsernamesComeFromPlaceholders() {
		try (BotFixture bot = BotFixture.of(IdentifiersBot.class)) {
			assertThat(bot.handler(Updates.text("/ban"))).isEqualTo("ofOneOfSeveral");
			assertThat(bot.handler(Updates.text("/kick"))).isEqualTo("ofUsername");
			assertThat(bot.handler(Updates.text("/mute"))).isNull();
			assertThat(bot.handler(Updates.inChannel(7, "My_channel", "/post"))).isEqualTo("inChannel");
			assertThat(bot.handler(Updates.inChannel(8, "my_channel2", "/post"))).isNull();
			assertThat(bot.handler(Updates.inChannel(9, "", "/post"))).isEqualTo("inChannel");
			assertThat(bot.handler(Updates.in("group", 10, "/post"))).isNull();
		}
	}

	@Test
	void namedConditionsAreCombined() {
		try (BotFixture bot = BotFixture.of(NamedBot.class)) {
			String reply = "\"reply_to_message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1001,\"type\":\"private\"}}";
			assertThat(bot.handler(Updates.with("\"text\":\"x\"," + reply))).isEqualTo("replied");
			assertThat(bot.handler(Updates.with("\"text\":\"x\",\"forward_date\":5," + reply))).isEqualTo("other");
			assertThat(bot.handler(Updates.text("۱۲"))).isEqualTo("number");
			assertThat(bot.handler(Updates.text("vip"))).isEqualTo("vip");
			assertThat(bot.handler(Updates.with("\"media_group_id\":\"5\",\"photo\":[{\"file_id\":\"a\"}]")))
				.isEqualTo("album");
			assertThat(bot.handler(
					Updates.with("\"text\":\"@a\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":2}]")))
				.isEqualTo("entities");
		}
	}

	@Test
	void spelConditionsHaveTheUpdateAndBeans() {
		try (BotFixture bot = BotFixture.of(SpelBot.class)) {
			assertThat(bot.handler(Updates.with("\"caption\":\"c\",\"photo\":[{\"file_id\":\"a\"}]")))
				.isEqualTo("captioned");
			assertThat(bot.handler(Updates.text("secret"))).isEqualTo("secret");
			assertThat(bot.handler(Updates.text("other"))).isEqualTo("rest");
		}
	}

	@Test
	void conditionsOfTheClassAreAdded() {
		try (BotFixture bot = BotFixture.of(GroupBot.class)) {
			assertThat(bot.handler(Updates.in("group", 5, "/rules"))).isEqualTo("rules");
			assertThat(bot.handler(Updates.text("/rules"))).isNull();
			assertThat(bot.handler(Updates.in("group", 5, "x"))).isEqualTo("any");
		}
	}

	@Test
	void composedAnnotationsAreMerged() {
		try (BotFixture bot = BotFixture.of(ComposedBot.class)) {
			assertThat(bot.handler(Updates.text("/stop"))).isEqualTo("stop");
			assertThat(bot.handler(Updates.in("group", 5, "/stop"))).isNull();
		}
	}

	@Retention(RetentionPolicy.RUNTIME)
	@BaleText(chat = ChatType.GROUP)
	@interface GroupText {

	}

	static class BareBot {

		@BaleText
		void text() {
		}

		@GroupText
		void inGroup() {
		}

		@BaleHandler(content = Content.VIDEO)
		void video() {
		}

		@BaleCallback
		void press() {
		}

		@BaleCallback("y")
		void literal() {
		}

		@BaleHandler(fallback = true)
		void rest(Update update) {
		}

	}

	static class BareAnswerBot {

		@BaleCallback(chat = ChatType.PRIVATE, answer = "pressed")
		void press() {
		}

	}

	static class GuardsBot {

		@BaleCommand(value = "who", chat = ChatType.PRIVATE)
		void inPrivate() {
		}

		@BaleCommand(value = "who", chat = ChatType.GROUP)
		void inGroup() {
		}

		@BaleHandler(command = "who", chat = ChatType.GROUP, chatId = { "6", "8" })
		void inThatGroup() {
		}

		@BaleHandler(command = "sender", sender = { "1001", "1002" })
		void sara() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class IdentifiersBot {

		@BaleHandler(command = "ban", sender = { "5", "${shop.admins:77, 1001}" })
		void ofOneOfSeveral() {
		}

		@BaleHandler(command = "kick", sender = "@SARA_demo")
		void ofUsername() {
		}

		@BaleHandler(command = "mute", sender = "@sara")
		void ofOther() {
		}

		@BaleHandler(command = "post", chatId = { "@my_Channel", "9" })
		void inChannel() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NamedBot {

		@Bean
		BaleCondition special() {
			BaleCondition vip = (context) -> "vip".equals(context.text());
			return vip.or((context) -> "VIP".equals(context.text())).and((context) -> context.message() != null);
		}

		@Order(1)
		@BaleHandler(when = "reply & !forward")
		void replied() {
		}

		@Order(2)
		@BaleHandler(when = "number")
		void number() {
		}

		@Order(3)
		@BaleHandler(when = "special | (photo & channel)")
		void vip() {
		}

		@Order(4)
		@BaleHandler(when = "media-group")
		void album() {
		}

		@Order(5)
		@BaleHandler(when = "entities")
		void entities() {
		}

		@BaleHandler
		void other() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SpelBot {

		@Bean
		List<String> secrets() {
			return List.of("secret");
		}

		@BaleHandler(content = Content.PHOTO, condition = "#message.caption != null")
		void captioned() {
		}

		@BaleHandler(condition = "@secrets.contains(#text) and #from.id == 1001 and #chat.type == 'private'")
		void secret() {
		}

		@BaleHandler
		void rest() {
		}

	}

	@BaleHandler(chat = ChatType.GROUP)
	static class GroupBot {

		@BaleCommand("rules")
		void rules() {
		}

		@BaleHandler
		void any() {
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@BaleHandler(when = "private")
	@interface PrivateOnly {

	}

	static class ComposedBot {

		@PrivateOnly
		@BaleCommand("stop")
		void stop() {
		}

	}

}
