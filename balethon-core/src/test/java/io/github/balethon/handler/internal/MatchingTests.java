package io.github.balethon.handler.internal;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStates;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Contact;
import io.github.balethon.model.Content;
import io.github.balethon.model.Location;
import io.github.balethon.model.Message;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.SuccessfulPayment;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;
import io.github.balethon.model.WebAppData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which handler is meant for which update.
 */
class MatchingTests {

	@Test
	void everyKindOfUpdateHasItsHandler() {
		try (BotFixture bot = BotFixture.of(KindsBot.class)) {
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("message");
			assertThat(bot.handler(Updates.edited("x"))).isEqualTo("edited");
			assertThat(bot.handler(Updates.press("x"))).isEqualTo("press");
			assertThat(bot.handler(Updates.preCheckout())).isEqualTo("preCheckout");
			assertThat(bot.handler(Updates
				.with("\"successful_payment\":{\"currency\":\"IRR\",\"total_amount\":1,\"invoice_payload\":\"o\"}")))
				.isEqualTo("paid");
			assertThat(bot.handler(Updates.with("\"web_app_data\":{\"data\":\"{}\"}"))).isEqualTo("data");
			assertThat(bot.handler(Updates.with("\"new_chat_members\":[{\"id\":5,\"first_name\":\"A\"}]")))
				.isEqualTo("came");
			assertThat(bot.handler(Updates.with("\"left_chat_member\":{\"id\":5,\"first_name\":\"A\"}")))
				.isEqualTo("left");
			assertThat(bot.handler(Updates.with("\"new_chat_title\":\"T\""))).isEqualTo("service");
			assertThat(bot.handler(Updates.unknown())).isEqualTo("unknown");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"text\":\"/start\"", "\"caption\":\"x\",\"photo\":[{\"file_id\":\"a\"}]",
			"\"document\":{\"file_id\":\"a\"}", "\"sticker\":{\"file_id\":\"a\"}",
			"\"contact\":{\"phone_number\":\"98\",\"first_name\":\"A\"}",
			"\"location\":{\"longitude\":1,\"latitude\":2}",
			"\"pinned_message\":{\"message_id\":1,\"date\":1," + "\"chat\":{\"id\":1001,\"type\":\"private\"}}",
			"\"invoice\":{\"title\":\"T\",\"total_amount\":1}" })
	void paymentAndServiceComeBeforeWhatElseAMessageHolds(String other) {
		String payment = "\"successful_payment\":{\"currency\":\"IRR\",\"total_amount\":1,\"invoice_payload\":\"o\"}";
		String data = "\"web_app_data\":{\"data\":\"{}\"}";
		String came = "\"new_chat_members\":[{\"id\":5,\"first_name\":\"A\"}]";
		try (BotFixture bot = BotFixture.of(KindsBot.class)) {
			assertThat(bot.handler(Updates.with(other + "," + payment))).isEqualTo("paid");
			assertThat(bot.handler(Updates.with(other + "," + payment + "," + data + "," + came))).isEqualTo("paid");
			assertThat(bot.handler(Updates.with(other + "," + data))).isEqualTo("data");
			assertThat(bot.handler(Updates.with(other + "," + came))).isEqualTo("came");
			assertThat(bot.handler(Updates.with(other + ",\"left_chat_member\":{\"id\":5,\"first_name\":\"A\"}")))
				.isEqualTo("left");
			for (String service : List.of("\"new_chat_title\":\"T\"", "\"new_chat_photo\":[{\"file_id\":\"a\"}]",
					"\"delete_chat_photo\":true", "\"group_chat_created\":true", "\"supergroup_chat_created\":true",
					"\"channel_chat_created\":true")) {
				assertThat(bot.handler(Updates.with(other + "," + service))).as(service).isEqualTo("service");
			}
		}
	}

	@Test
	void channelPostsAreMessages() {
		try (BotFixture bot = BotFixture.of(KindsBot.class)) {
			assertThat(bot.handler(Updates.json(
					"{\"update_id\":1,\"channel_post\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":9,\"type\":\"channel\"},\"text\":\"x\"}}")))
				.isEqualTo("message");
		}
	}

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
	void userNameOfTheBotIsReadWithoutWhatCopyingAdds() {
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
	void literalThenTemplateThenRegexThenContentThenKindThenFallback() {
		try (BotFixture bot = BotFixture.of(LevelsBot.class)) {
			assertThat(bot.handler(Updates.text("/price"))).isEqualTo("command");
			assertThat(bot.handler(Updates.text(" قیمت "))).isEqualTo("text");
			assertThat(bot.handler(Updates.text("order #12 please"))).isEqualTo("regex");
			assertThat(bot.handler(Updates.with("\"caption\":\"#12\",\"photo\":[{\"file_id\":\"a\"}]")))
				.isEqualTo("regex");
			assertThat(bot.handler(Updates.with("\"photo\":[{\"file_id\":\"a\"}]"))).isEqualTo("photo");
			assertThat(bot.handler(Updates.with("\"location\":{\"longitude\":1,\"latitude\":2}"))).isEqualTo("place");
			assertThat(bot.handler(Updates.with("\"contact\":{\"phone_number\":\"98\",\"first_name\":\"A\"}")))
				.isEqualTo("contact");
			assertThat(bot.handler(Updates.text("hello"))).isEqualTo("anyMessage");
			assertThat(bot.handler(Updates.press("buy"))).isEqualTo("literalData");
			assertThat(bot.handler(Updates.press("buy:now:5"))).isEqualTo("narrowTemplate");
			assertThat(bot.handler(Updates.press("buy:5"))).isEqualTo("template");
			assertThat(bot.handler(Updates.press("x:5"))).isEqualTo("dataRegex");
			assertThat(bot.handler(Updates.press("x"))).isEqualTo("anyPress");
			assertThat(bot.handler(Updates.preCheckout())).isEqualTo("fallback");
		}
	}

	@Test
	void annotationsWithoutATextOrDataMeanAnyTextOrPress() {
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
	void usernameThatIsLearnedSeparatesCommandsOfOtherBots() {
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
	void configuredUsernameStays() {
		try (BotFixture bot = BotFixture.of(new HandlerSettings("my_bot", true), CommandsBot.class)) {
			bot.bean(HandlerRegistry.class).setUsername("other_bot");
			assertThat(bot.handler(Updates.text("/start@other_bot"))).isNull();
			assertThat(bot.handler(Updates.text("/start@my_bot"))).isEqualTo("start");
		}
	}

	@Test
	void namedConditionsAreJoined() {
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
	void conditionInSpelSeesTheUpdateAndBeans() {
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
	void composedAnnotationsAddUp() {
		try (BotFixture bot = BotFixture.of(ComposedBot.class)) {
			assertThat(bot.handler(Updates.text("/stop"))).isEqualTo("stop");
			assertThat(bot.handler(Updates.in("group", 5, "/stop"))).isNull();
		}
	}

	@Test
	void persianAndArabicDigitsAndLettersAreTheSame() {
		try (BotFixture bot = BotFixture.of(PersianBot.class)) {
			// Arabic yeh and kaf, Arabic and Persian digits.
			assertThat(bot.answers(Updates.text("\u0643\u064a\u0641"))).containsExactly("bag");
			assertThat(bot.answers(Updates.text("کیف"))).containsExactly("bag");
			assertThat(bot.answers(Updates.text("سفارش ۱۲"))).containsExactly("12 سفارش ۱۲");
			assertThat(bot.answers(Updates.text("سفارش \u0661\u0662"))).containsExactly("12 سفارش \u0661\u0662");
		}
	}

	@Test
	void spacesOfUnicodeAreTheSameAndInvisibleMarksAroundATextAreIgnored() {
		try (BotFixture bot = BotFixture.of(SpacesBot.class)) {
			for (String text : List.of("قیمت کتاب", "\u200fقیمت\u00a0کتاب\u200f", "\u00a0قیمت کتاب\u200c\u00a0",
					"\ufeffقیمت\u202fکتاب")) {
				assertThat(bot.handler(Updates.text(text))).as(text).isEqualTo("price");
			}
			for (String text : List.of("سفارش 12", "\u200fسفارش\u00a012\u200e")) {
				assertThat(bot.handler(Updates.text(text))).as(text).isEqualTo("order");
			}
			for (String text : List.of("\u200f۱۲\u200f", "\u00a012\ufeff")) {
				assertThat(bot.handler(Updates.text(text))).as(text).isEqualTo("number");
			}
			assertThat(bot.handler(Updates.text("/list\u00a0x"))).isEqualTo("list");
			assertThat(bot.handler(Updates.text("قیمت\u200cکتاب"))).isEqualTo("rest");
		}
	}

	@Test
	void capturesAreHandedOverAsWritten() {
		try (BotFixture bot = BotFixture.of(CapturesBot.class)) {
			assertThat(bot.answers(Updates.text("نام: عل\u064a \u0643 ۱۲"))).containsExactly("عل\u064a \u0643 ۱۲");
			assertThat(bot.answers(Updates.text("\u200fنام: عل\u064a\u200f"))).containsExactly("عل\u064a");
			assertThat(bot.answers(Updates.press("خر\u064aد:عل\u064a:۱۲"))).containsExactly("عل\u064a 12");
		}
	}

	@Test
	void escapesInARegularExpressionMeanWhatTheirCharactersMean() {
		try (BotFixture bot = BotFixture.of(EscapesBot.class)) {
			for (String text : List.of("۱۲", "12", "\u0661\u0662")) {
				assertThat(bot.handler(Updates.text("a" + text))).as(text).isEqualTo("digits");
				assertThat(bot.handler(Updates.text("b" + text))).as(text).isEqualTo("hex");
				assertThat(bot.handler(Updates.text("\u0643تاب" + text))).as(text).isEqualTo("mixed");
			}
			assertThat(bot.handler(Updates.text("c۱۲ عل\u064a"))).isEqualTo("block");
			assertThat(bot.handler(Updates.text("d۱۲ عل\u064a"))).isEqualTo("property");
			assertThat(bot.handler(Updates.text("e\u0643\u0644"))).isEqualTo("range");
			assertThat(bot.handler(Updates.text("fab\u064a"))).isEqualTo("noEscape");
			assertThat(bot.handler(Updates.text("g\\u06F0"))).isEqualTo("quoted");
			assertThat(bot.handler(Updates.text("hxx۲"))).isEqualTo("reference");
			assertThat(bot.handler(Updates.text("i۱۲"))).isNull();
			assertThat(bot.handler(Updates.text("j\u00a0x"))).isEqualTo("space");
		}
	}

	@Test
	void normalizationCanBeSwitchedOff() {
		try (BotFixture bot = BotFixture.of(new HandlerSettings(null, false), PersianBot.class)) {
			assertThat(bot.answers(Updates.text("\u0643\u064a\u0641"))).isEmpty();
			assertThat(bot.answers(Updates.text("کیف"))).containsExactly("bag");
		}
	}

	@Test
	void stateComesFirstButForRegisteredCommands() {
		try (BotFixture bot = BotFixture.of(StatesBot.class)) {
			Map<Long, String> states = bot.bean(StatesBot.class).states;
			assertThat(bot.handler(Updates.text("Tehran"))).isEqualTo("anyText");
			states.put(1001L, "address");
			assertThat(bot.handler(Updates.text("Tehran"))).isEqualTo("address");
			assertThat(bot.handler(Updates.text("/help"))).isEqualTo("help");
			assertThat(bot.handler(Updates.text("/cancel"))).isEqualTo("cancelAddress");
			assertThat(bot.handler(Updates.text("/unknown"))).isEqualTo("address");
			assertThat(bot.handler(Updates.press("x"))).isEqualTo("anyPress");
			states.put(1001L, "forgotten state");
			assertThat(bot.handler(Updates.text("Tehran"))).isEqualTo("anyText");
			assertThat(bot.handler(Updates.text("/cancel"))).isEqualTo("cancel");
		}
	}

	@Test
	void updateIsPassedOn() {
		try (BotFixture bot = BotFixture.of(FlowBot.class)) {
			assertThat(bot.handle(Updates.text("x"))).containsExactly("FlowBot#log", "FlowBot#later", "FlowBot#last");
			assertThat(bot.client().sent()).hasSize(1);
		}
	}

	static class KindsBot {

		@BaleHandler
		void message(Message message) {
		}

		@BaleHandler(kind = UpdateKind.EDITED_MESSAGE)
		void edited(Message message) {
		}

		@BaleHandler
		void press(CallbackQuery query) {
		}

		@BaleHandler
		void preCheckout(PreCheckoutQuery query) {
		}

		@BaleHandler
		void paid(SuccessfulPayment payment) {
		}

		@BaleHandler
		void data(WebAppData data) {
		}

		@BaleHandler(content = Content.NEW_CHAT_MEMBERS)
		void came(List<User> people) {
		}

		@BaleHandler(kind = UpdateKind.LEFT_CHAT_MEMBER)
		void left() {
		}

		@BaleHandler(kind = UpdateKind.SERVICE_MESSAGE)
		void service(Message message) {
		}

		@BaleHandler(kind = UpdateKind.UNKNOWN)
		void unknown(Update update) {
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

	static class LevelsBot {

		@BaleCommand("price")
		void command() {
		}

		@BaleText("قیمت")
		void text() {
		}

		@BaleText(regex = "#(?<number>\\d+)")
		void regex(@Capture long number) {
		}

		@BaleHandler(content = Content.PHOTO)
		void photo() {
		}

		@BaleHandler
		void place(Location location) {
		}

		@BaleHandler
		void contact(Contact contact) {
		}

		@BaleHandler
		void anyMessage() {
		}

		@BaleCallback("buy")
		void literalData() {
		}

		@BaleCallback("buy:{id}")
		void template(@Capture long id) {
		}

		@BaleCallback("buy:now:{id}")
		void narrowTemplate(@Capture long id) {
		}

		@BaleCallback(regex = "\\d$")
		void dataRegex() {
		}

		@BaleHandler
		void anyPress(CallbackQuery query) {
		}

		@BaleHandler(fallback = true)
		void fallback(Update update) {
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

	static class PersianBot {

		@BaleText("کیف")
		String bag() {
			return "bag";
		}

		@BaleText(regex = "سفارش (?<number>\\d+)")
		String order(@Capture int number, String text) {
			return number + " " + text;
		}

	}

	static class SpacesBot {

		@BaleText("\u200fقیمت کتاب ")
		void price() {
		}

		@BaleText(regex = "^سفارش\\s+\\d+$")
		void order() {
		}

		@BaleHandler(when = "number")
		void number() {
		}

		@BaleCommand("list\u200c")
		void list() {
		}

		@BaleHandler(fallback = true)
		void rest() {
		}

	}

	static class CapturesBot {

		@BaleText(regex = "^نام: (?<name>.+)$")
		String name(@Capture String name) {
			return name;
		}

		@BaleCallback("خرید:{name}:{number}")
		String buy(@Capture String name, @Capture int number) {
			return name + " " + number;
		}

	}

	static class EscapesBot {

		@BaleText(regex = "^a[\\u06F0-\\u06F9]+$")
		void digits() {
		}

		@BaleText(regex = "^b[\\x{6F0}-\\x{6F9}]+$")
		void hex() {
		}

		@BaleText(regex = "^کتاب[\\u06F0-\\u06F9]+$")
		void mixed() {
		}

		@BaleText(regex = "^c[\\u0600-\\u06FF\\s]+$")
		void block() {
		}

		@BaleText(regex = "^d[\\p{IsArabic}\\p{IsDigit} ]+$")
		void property() {
		}

		@BaleText(regex = "^e[\u0643-\u0645]+$")
		void range() {
		}

		@BaleText(regex = "^f(a)(b)\\u064a$")
		void noEscape() {
		}

		@BaleText(regex = "^g\\\\u06F0$")
		void quoted() {
		}

		@BaleText(regex = "^h(x)\\1\\u06F2$")
		void reference() {
		}

		@BaleText(regex = "^i\\D+$")
		void noDigits() {
		}

		@BaleText(regex = "^j\\xA0x$")
		void space() {
		}

	}

	static class StatesBot implements ConversationStates {

		private final Map<Long, String> states = new HashMap<>();

		@Override
		public @Nullable String current(ConversationKey key) {
			return this.states.get(key.userId());
		}

		@BaleHandler(state = "address")
		void address(String text) {
		}

		@BaleCommand(value = "cancel", state = "address")
		void cancelAddress() {
		}

		@BaleCommand("cancel")
		void cancel() {
		}

		@BaleCommand("help")
		void help() {
		}

		@BaleHandler
		void anyText(String text) {
		}

		@BaleHandler
		void anyPress(CallbackQuery query) {
		}

	}

	static class FlowBot {

		@Order(1)
		@BaleHandler
		BaleFlow log() {
			return BaleFlow.next();
		}

		@Order(2)
		@BaleHandler
		Mono<BaleFlow> later() {
			return Mono.just(BaleFlow.next());
		}

		@Order(3)
		@BaleHandler
		String last() {
			return "last";
		}

	}

}
