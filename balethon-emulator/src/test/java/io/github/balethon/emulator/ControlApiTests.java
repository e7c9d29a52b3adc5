package io.github.balethon.emulator;

import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ControlApiTests {

	private static final String JSON = "application/json";

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(new TestClock()).build();

	private final TestBot bot = new TestBot(this.emulator);

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void writesAsSaraByDefault() {
		Reply reply = post("messages", "{\"text\":\"/start\"}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text()).isEqualTo("{\"update_id\":1,\"message_id\":1}");
		Person sara = this.emulator.person(1001, "Another");
		assertThat(sara.name()).isEqualTo("Sara");
		assertThat(sara.chat()).extracting(ChatMessage::text).containsExactly("/start");
		assertThat(this.bot.updateIds("")).containsExactly(1L);
	}

	@Test
	void waitsForTheReply() {
		CompletableFuture<Reply> reply = this.bot.postLater("/emulator/messages",
				"{\"from\":1002,\"name\":\"Reza\",\"text\":\"/start\",\"wait\":30}");
		assertThat(this.bot.updateIds("?timeout=600")).containsExactly(1L);
		this.bot.call("sendMessage", "{\"chat_id\":1002,\"text\":\"سلام\"}");
		assertThat(reply.join().json()).isEqualTo(Json.read("""
				{"update_id":1,"message_id":1,"replies":[{"message_id":2,
				"from":{"id":123,"name":"Demo","is_bot":true},"date":1767225600,"text":"سلام","edited":false}]}"""));
	}

	@Test
	void waitTimesOutWithoutReplies() {
		assertThat(post("messages", "{\"text\":\"/start\",\"wait\":0}").json().path("replies").isArray()).isTrue();
	}

	@Test
	void writesInAGroup() {
		Group group = this.emulator.group("Family");
		assertThat(post("messages", "{\"text\":\"hello\",\"chat\":" + group.id() + "}").status()).isEqualTo(200);
		assertThat(group.chat()).extracting(ChatMessage::senderName).containsExactly("Sara");
		assertThat(group.members()).extracting(Person::id).containsExactly(1001L);
		assertThat(post("messages", "{\"text\":\"hello\",\"chat\":5}").status()).isEqualTo(404);
	}

	@Test
	void presses() {
		Person sara = this.emulator.person(1001, "Sara");
		this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\",\"reply_markup\":"
				+ "{\"inline_keyboard\":[[{\"text\":\"Buy\",\"callback_data\":\"buy:1\"}]]}}");
		assertThat(post("presses", "{\"from\":1001,\"message_id\":1,\"data\":\"buy:1\"}").text())
			.isEqualTo("{\"update_id\":1,\"callback_query_id\":\"2000000001\"}");
		assertThat(post("presses", "{\"data\":\"buy:1\"}").text())
			.isEqualTo("{\"update_id\":2,\"callback_query_id\":\"2000000002\"}");
		assertThat(error(post("presses", "{\"data\":\"buy:2\"}"), 400)).contains("'buy:2'");
		assertThat(error(post("presses", "{\"from\":5,\"data\":\"buy:1\"}"), 404)).contains("no user 5");
		assertThat(error(post("presses", "{}"), 400)).contains("'data'");
		assertThat(sara.chat()).hasSize(1);
	}

	@Test
	void editsAndReplies() {
		post("messages", "{\"text\":\"helo\"}");
		assertThat(post("edits", "{\"message_id\":1,\"text\":\"hello\"}").text()).isEqualTo("{\"update_id\":2}");
		post("messages", "{\"text\":\"again\",\"reply_to_message_id\":1}");
		assertThat(this.emulator.person(1001, "?").chat()).extracting(ChatMessage::text)
			.containsExactly("hello", "again");
		assertThat(this.emulator.person(1001, "?").chat()).last()
			.extracting(ChatMessage::replyToMessageId)
			.isEqualTo(1L);
		assertThat(error(post("edits", "{\"text\":\"x\"}"), 400)).contains("'message_id'");
		assertThat(error(post("edits", "{\"message_id\":7,\"text\":\"x\"}"), 400)).contains("no message 7");
		assertThat(error(post("edits", "{\"from\":5,\"message_id\":1,\"text\":\"x\"}"), 404)).contains("no user 5");
	}

	@Test
	void addsUsers() {
		assertThat(post("people", "{\"name\":\" رضا \"}").text()).isEqualTo("{\"id\":5000000001,\"name\":\"رضا\"}");
		assertThat(post("people", "{\"id\":1001,\"name\":\"Sara\"}").text())
			.isEqualTo("{\"id\":1001,\"name\":\"Sara\"}");
		assertThat(post("people", "{\"id\":1001,\"name\":\"Other\"}").json().path("name").stringValue())
			.isEqualTo("Sara");
		assertThat(this.bot.get("/emulator/people").json())
			.isEqualTo(Json.read("[{\"id\":5000000001,\"name\":\"رضا\"},{\"id\":1001,\"name\":\"Sara\"}]"));
		assertThat(error(post("people", "{}"), 400)).contains("blank");
		assertThat(error(post("people", "{\"name\":\"" + "x".repeat(65) + "\"}"), 400)).contains("64");
	}

	@Test
	void listsChats() {
		Person sara = this.emulator.person(1001, "Sara");
		sara.write("hello");
		this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\",\"reply_to_message_id\":1,\"reply_markup\":"
				+ "{\"inline_keyboard\":[]}}");
		assertThat(this.bot.get("/emulator/chats").json())
			.isEqualTo(Json.read("[{\"id\":1001,\"type\":\"private\",\"name\":\"Sara\",\"messages\":2}]"));
		assertThat(this.bot.get("/emulator/chats/1001/messages").json()).isEqualTo(Json.read("""
				[{"message_id":1,"from":{"id":1001,"name":"Sara","is_bot":false},"date":1767225600,
				"text":"hello","edited":false},
				{"message_id":2,"from":{"id":123,"name":"Demo","is_bot":true},"date":1767225600,
				"text":"x","edited":false,"reply_to_message_id":1,"reply_markup":{"inline_keyboard":[]}}]"""));
		assertThat(error(this.bot.get("/emulator/chats/5/messages"), 404)).contains("no chat 5");
	}

	@Test
	void delays() {
		assertThat(post("delays", "{\"method\":\"sendmessage\",\"milliseconds\":3600000}").text())
			.isEqualTo("{\"method\":\"sendMessage\",\"milliseconds\":3600000}");
		this.bot.callLater("sendMessage", "{}");
		this.emulator.calls().await("sendMessage", 1, TestBot.LONG);
		assertThat(this.emulator.calls().inFlight("sendMessage")).isOne();
		assertThat(post("delays", "{\"milliseconds\":1}").status()).isEqualTo(200);
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
		assertThat(error(post("delays", "{\"method\":\"x\",\"milliseconds\":1}"), 400)).contains("'x'");
		assertThat(error(post("delays", "{\"milliseconds\":-1}"), 400)).contains("between zero and one day");
		assertThat(error(post("delays", "{}"), 400)).contains("'milliseconds'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data" })
	void onlyJsonIsAccepted(String contentType) {
		assertThat(error(this.bot.post("/emulator/messages", contentType, "{\"text\":\"x\"}"), 415))
			.contains("Content-Type: application/json");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			{                            | not valid JSON
			[]                           | must be a JSON object
			{"text":""}                  | without text
			{"text":"x","wait":31}       | 'wait'
			{"text":"x","wait":"soon"}   | 'wait'
			{"text":"x","from":"Sara"}   | 'from'
			{"text":"x","from":-1}       | positive
			{"text":"x","name":" "}      | blank
			""")
	void invalidRequestsAreExplained(String body, String words) {
		assertThat(error(post("messages", body), 400)).contains(words);
		assertThat(this.emulator.updates().pending()).isZero();
	}

	@Test
	void unknownAddressesAndMethodsAreExplained() {
		assertThat(error(this.bot.get("/emulator/nothing"), 404)).contains("GET /");
		assertThat(error(this.bot.get("/nothing"), 404)).contains("GET /");
		Reply get = this.bot.get("/emulator/messages");
		assertThat(error(get, 405)).contains("POST");
		assertThat(get.response().headers().firstValue("Allow")).contains("POST");
		assertThat(error(post("chats", "{}"), 405)).contains("GET");
		assertThat(error(post("chats/1/messages", "{}"), 405)).contains("GET");
	}

	@Test
	void landingPageShowsExamples() {
		Reply reply = this.bot.get("/");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.response().headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
		assertThat(reply.text()).contains("curl " + this.emulator.baseUrl() + "/emulator/messages");
		assertThat(reply.text()).contains(" " + this.emulator.baseUrl() + "/\n").doesNotContain("123:abc");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			messages   | {"text":"x","from":123}                        | the bot
			people     | {"id":123,"name":"Me"}                         | the bot
			people     | {"id":4503599627370496,"name":"Big"}           | 52 bits
			messages   | {"text":"x","attachment":{"kind":"location","latitude":1,"longitude":1}} | caption
			messages   | {"text":"$long"}                               | 4096
			messages   | {"attachment":{"kind":"photo","bytes":"AA==","caption":"$long"}} | 4096
			messages   | {"text":"x","name":"$long","from":77}          | 64
			messages   | {"text":"x","chat_id":1001}                    | field 'chat_id'
			edits      | {"message_id":1,"text":"$long"}                | 4096
			edits      | {"message_id":1,"text":"x","caption":"y"}      | caption
			presses    | {"data":"x","button":1}                        | field 'button'
			payments   | {"message":1}                                  | field 'message'
			groups     | {"title":"$long"}                              | 255
			groups     | {"title":"x","member":[1001]}                  | field 'member'
			faults     | {"kind":"hang","methods":"getMe"}              | field 'methods'
			faults     | {"kind":"answer","code":200,"content_type":"text/plain\\r\\nX: 1"} | content type
			delays     | {"milliseconds":1,"methods":"getMe"}           | field 'methods'
			token      | {"refused":true,"x":1}                         | field 'x'
			network    | {"state":"up","duration":1}                    | field 'duration'
			updates    | {"text":"x","updates":{}}                      | field 'updates'
			update-ids | {"skip":1,"x":1}                               | field 'x'
			quirks     | {"quirk":"strict_booleans","off":true}         | field 'off'
			""")
	void invalidFieldsAreRefused(String path, String body, String words) {
		post("messages", "{\"text\":\"first\"}");
		assertThat(error(post(path, body.replace("$long", "x".repeat(5000))), 400)).contains(words);
		assertThat(this.emulator.person(1001, "Sara").chat()).extracting(ChatMessage::text).containsExactly("first");
		assertThat(this.emulator.updates().pending()).isOne();
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
	}

	@Test
	void nullFieldIsAbsent() {
		assertThat(post("messages", "{\"text\":\"x\",\"attachment\":null,\"unknown\":null}").status()).isEqualTo(200);
		assertThat(post("messages",
				"{\"text\":null,\"attachment\":{\"kind\":\"location\",\"latitude\":1,\"longitude\":1}}")
			.status()).isEqualTo(200);
	}

	private Reply post(String path, String json) {
		return this.bot.post("/emulator/" + path, JSON, json);
	}

	private String error(Reply reply, int status) {
		assertThat(reply.status()).isEqualTo(status);
		return reply.json().path("error").stringValue();
	}

}
