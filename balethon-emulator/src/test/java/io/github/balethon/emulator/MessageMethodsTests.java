package io.github.balethon.emulator;

import java.time.Duration;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class MessageMethodsTests {

	private final TestClock clock = new TestClock();

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(this.clock).build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Person sara = this.emulator.person(1001, "Sara");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void sentMessageIsReturnedAndVisible() {
		Reply reply = this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"سلام\"}");
		assertThat(reply.json()).isEqualTo(Json
			.read("""
					{"ok":true,"result":{"message_id":1,
					"from":{"id":123,"is_bot":true,"first_name":"Demo","last_name":"","username":"demo_bale_bot"},
					"date":1767225600,
					"chat":{"id":1001,"type":"private","first_name":"Sara","last_name":"","photo":null},"text":"سلام"}}"""));
		assertThat(this.sara.chat()).containsExactly(
				new ChatMessage(1, 1001, true, 123, "Demo", "سلام", false, null, null, this.clock.instant()));
	}

	@Test
	void messageInAGroup() {
		Group group = this.emulator.group("Family", this.sara);
		Reply reply = this.bot.call("sendMessage", "{\"chat_id\":" + group.id() + ",\"text\":\"hello\"}");
		assertThat(reply.result().path("chat"))
			.isEqualTo(Json.read("{\"id\":" + group.id() + ",\"type\":\"group\",\"title\":\"Family\",\"photo\":null}"));
		assertThat(group.awaitReply(TestBot.LONG).text()).isEqualTo("hello");
		assertThat(this.sara.chat()).isEmpty();
	}

	@Test
	void replyContainsTheRepliedMessageOnceAndIgnoresAnUnknownOne() {
		this.sara.write("question");
		this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"one\",\"reply_to_message_id\":1}");
		JsonNode second = this.bot
			.call("sendMessage", "{\"chat_id\":1001,\"text\":\"two\",\"reply_to_message_id\":\"2\"}")
			.result();
		assertThat(second.path("reply_to_message").path("text").stringValue()).isEqualTo("one");
		assertThat(second.path("reply_to_message").has("reply_to_message")).isFalse();
		JsonNode third = this.bot
			.call("sendMessage", "{\"chat_id\":1001,\"text\":\"three\",\"reply_to_message_id\":77}")
			.result();
		assertThat(third.has("reply_to_message")).isFalse();
		assertThat(this.sara.chat()).extracting(ChatMessage::replyToMessageId).containsExactly(null, 1L, 2L, null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}",
			"\"{\\\"inline_keyboard\\\":[[{\\\"text\\\":\\\"a\\\",\\\"callback_data\\\":\\\"b\\\"}]]}\"" })
	void keyboardIsAcceptedAsObjectAndAsText(String markup) {
		Reply reply = this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\",\"reply_markup\":" + markup + "}");
		JsonNode expected = Json.read("{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}");
		assertThat(reply.result().path("reply_markup")).isEqualTo(expected);
		assertThat(this.sara.chat().get(0).replyMarkup()).isEqualTo(expected);
	}

	@Test
	void replyKeyboardsAreVisibleInTheChatButNotReturned() {
		Reply reply = this.bot.call("sendMessage",
				"{\"chat_id\":1001,\"text\":\"x\",\"reply_markup\":{\"keyboard\":[[\"yes\"]]}}");
		assertThat(reply.result().has("reply_markup")).isFalse();
		assertThat(this.sara.chat().get(0).replyMarkup()).isEqualTo(Json.read("{\"keyboard\":[[\"yes\"]]}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			textBlock = """
					sendMessage     | {"text":"x"}                                  | 400 | chat_id: must be a valid value
					sendMessage     | {"chat_id":"","text":"x"}                     | 400 | chat_id: must be a valid value
					sendMessage     | {"chat_id":"abc","text":"x"}                  | 400 | chat_id: must be a valid value
					sendMessage     | {"chat_id":1.5,"text":"x"}                    | 400 | chat_id: must be a valid value
					sendMessage     | {"chat_id":{},"text":"x"}                     | 400 | chat_id: must be a valid value
					sendMessage     | {"chat_id":4711,"text":"x"}                   | 404 | no such group or user
					sendMessage     | {"chat_id":"4711","text":"x"}                 | 404 | no such group or user
					sendMessage     | {"chat_id":"@nobody","text":"x"}              | 404 | no such group or user
					sendMessage     | {"chat_id":1001}                              | 400 | text: cannot be blank
					sendMessage     | {"chat_id":1001,"text":""}                    | 400 | text: cannot be blank
					sendMessage     | {"chat_id":1001,"text":"x","reply_markup":[]} | 400 | reply_markup: must be a valid value
					sendMessage     | {"chat_id":1001,"text":"x","reply_markup":"{"} | 400 | reply_markup: must be a valid value
					editMessageText | {"chat_id":1001,"text":"x"}                   | 400 | message_id: cannot be blank
					editMessageText | {"chat_id":1001,"message_id":9,"text":"x"}    | 400 | Bad Request: message not found
					editMessageText | {"chat_id":1001,"message_id":1,"text":"x"}    | 403 | permission_denied
					editMessageText | {"chat_id":1001,"message_id":2,"text":""}     | 400 | text: cannot be blank
					deleteMessage   | {"chat_id":1001,"message_id":9}               | 400 | Bad Request: message not found
					deleteMessage   | {"chat_id":77,"message_id":1}                 | 404 | no such group or user
					editMessageReplyMarkup | {"chat_id":1001,"message_id":2,"reply_markup":{"force_reply":true}} | 400 | reply_markup: must be an inline keyboard
					editMessageReplyMarkup | {"chat_id":1001,"message_id":2,"reply_markup":{"remove_keyboard":true}} | 400 | reply_markup: must be an inline keyboard
					sendChatAction  | {"chat_id":1001,"action":"typing"}            | 400 | chat_id: must be a string
					sendChatAction  | {"chat_id":"1001","action":"dancing"}         | 400 | action: must be a valid value
					sendChatAction  | {"chat_id":"4711","action":"typing"}          | 404 | no such group or user
					answerCallbackQuery | {}                                        | 400 | callback_query_id: cannot be blank
					answerCallbackQuery | {"callback_query_id":"2","show_alert":"?"} | 400 | show_alert: must be a valid value
					""")
	void invalidMessagesAreRefused(String method, String body, int status, String description) {
		this.sara.write("hello");
		this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"mine\"}");
		Reply reply = this.bot.call(method, body);
		assertThat(reply.json())
			.isEqualTo(Json.object().put("ok", false).put("error_code", status).put("description", description));
		assertThat(reply.status()).isEqualTo(status);
		assertThat(this.sara.chat()).extracting(ChatMessage::text).containsExactly("hello", "mine");
	}

	@Test
	void textHasAtMost4096Characters() {
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"" + "x".repeat(4096) + "\"}").status())
			.isEqualTo(200);
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"" + "x".repeat(4097) + "\"}").status())
			.isEqualTo(400);
	}

	@Test
	void dataOfAButtonHasAtMost64Bytes() {
		assertThat(sendButton("س".repeat(32)).status()).isEqualTo(200);
		assertThat(sendButton("س".repeat(32) + "x").status()).isEqualTo(400);
		assertThat(sendButton("").status()).isEqualTo(400);
	}

	@Test
	void editReturnsAStub() {
		sendButton("old");
		this.clock.advance(Duration.ofSeconds(21));
		Reply reply = this.bot.call("editMessageText", "{\"chat_id\":1001,\"message_id\":1,\"text\":\"new\"}");
		assertThat(reply.json()).isEqualTo(Json.read("""
				{"ok":true,"result":{"message_id":0,"date":1767225600,"edit_date":1767225621,
				"chat":{"id":1001,"type":"private","photo":null}}}"""));
		ChatMessage message = this.sara.chat().get(0);
		assertThat(message.text()).isEqualTo("new");
		assertThat(message.edited()).isTrue();
		assertThat(message.replyMarkup()).isNull();
	}

	@Test
	void editAcceptsOnlyInlineKeyboards() {
		sendButton("old");
		assertThat(this.bot
			.call("editMessageText",
					"{\"chat_id\":1001,\"message_id\":1,\"text\":\"new\",\"reply_markup\":{\"keyboard\":[]}}")
			.status()).isEqualTo(400);
		assertThat(this.bot
			.call("editMessageText",
					"{\"chat_id\":1001,\"message_id\":1,\"text\":\"new\",\"reply_markup\":{\"inline_keyboard\":[]}}")
			.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"inline_keyboard\":null}", "\"{}\"", "null", "\"\"" })
	void editWithoutAKeyboardRemovesIt(String markup) {
		sendButton("old");
		assertThat(this.bot
			.call("editMessageReplyMarkup", "{\"chat_id\":1001,\"message_id\":1,\"reply_markup\":" + markup + "}")
			.status()).isEqualTo(200);
		assertThat(this.sara.chat().get(0).replyMarkup()).isNull();
	}

	@Test
	void deletedMessageIsRemoved() {
		this.sara.write("hello");
		sendButton("old");
		assertThat(this.bot.call("deleteMessage", "{\"chat_id\":1001,\"message_id\":1}").result().booleanValue())
			.isTrue();
		assertThat(this.bot.getMethod("deleteMessage?chat_id=1001&message_id=2").status()).isEqualTo(200);
		assertThat(this.sara.chat()).isEmpty();
		assertThat(this.bot.call("deleteMessage", "{\"chat_id\":1001,\"message_id\":1}").status()).isEqualTo(400);
	}

	@Test
	void oldMessagesAndThoseOfMembersCannotBeDeleted() {
		Group group = this.emulator.group("Family", this.sara);
		this.sara.in(group).write("hello");
		assertThat(this.bot.call("deleteMessage", "{\"chat_id\":" + group.id() + ",\"message_id\":1}").status())
			.isEqualTo(403);
		sendButton("old");
		this.clock.advance(Duration.ofHours(48).plusSeconds(1));
		assertThat(this.bot.call("deleteMessage", "{\"chat_id\":1001,\"message_id\":1}").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
			"choose_sticker" })
	void chatActions(String action) {
		assertThat(this.bot.call("sendChatAction", "{\"chat_id\":\"1001\",\"action\":\"" + action + "\"}").status())
			.isEqualTo(200);
		assertThat(this.bot.getMethod("sendChatAction?chat_id=1001&action=" + action).status()).isEqualTo(200);
	}

	@Test
	void callbackQueryIsAnswered() {
		assertThat(this.bot
			.call("answerCallbackQuery", "{\"callback_query_id\":\"2000000001\",\"text\":\"ok\",\"show_alert\":true}")
			.text()).isEqualTo("{\"ok\":true,\"result\":true}");
		assertThat(this.bot
			.call("answerCallbackQuery", "{\"callback_query_id\":\"2000000001\",\"text\":\"" + "x".repeat(201) + "\"}")
			.status()).isEqualTo(400);
	}

	private Reply sendButton(String data) {
		return this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\",\"reply_markup\":"
				+ "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"" + data + "\"}]]}}");
	}

}
