package io.github.balethon.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.balethon.emulator.TestBot.Reply;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any parameters are accepted or refused: the emulator itself never fails.
 */
class ParameterPropertiesTests {

	private static BaleEmulator emulator;

	private static TestBot bot;

	@BeforeContainer
	static void open() {
		emulator = BaleEmulator.builder().build();
		emulator.start();
		bot = new TestBot(emulator);
		Person sara = emulator.person(1001, "Sara");
		emulator.group("Family", sara).promoteBot();
		bot.send(1001, "first");
	}

	@AfterContainer
	static void close() {
		emulator.close();
	}

	@Property
	void anyJsonGetsAResponse(@ForAll("methods") String method, @ForAll("objects") String json) {
		assertAnswered(bot.call(method, json), method, json);
	}

	@Property
	void anyFormGetsAResponse(@ForAll("methods") String method, @ForAll("forms") Map<String, String> form) {
		assertAnswered(bot.form(method, form), method, form);
		assertAnswered(bot.query(method, form), method, form);
	}

	@Property
	void anyBodyGetsAResponse(@ForAll("methods") String method, @ForAll("types") String type,
			@ForAll("bodies") String body) {
		assertAnswered(bot.post("/bot" + emulator.token() + "/" + method, type, body), method, body);
	}

	@Example
	void emptyBoundaryIsRefused() {
		Reply reply = bot.post("/bot" + emulator.token() + "/getMe", "multipart/form-data; boundary=", "{");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.description()).isEqualTo("Bad Request: the multipart body has no boundary");
	}

	@Property
	void anyKeyboardGetsAResponse(@ForAll("keyboards") String keyboard) {
		String json = "{\"chat_id\":1001,\"text\":\"x\",\"reply_markup\":" + keyboard + "}";
		assertAnswered(bot.call("sendMessage", json), "sendMessage", json);
		assertAnswered(bot.form("sendMessage", Map.of("chat_id", "1001", "text", "x", "reply_markup", keyboard)),
				"sendMessage", keyboard);
	}

	private static void assertAnswered(Reply reply, String method, Object parameters) {
		assertThat(reply.description()).as("%s %s", method, parameters).doesNotContain("the emulator failed");
		JsonNode ok = reply.json().path("ok");
		assertThat(ok.isBoolean()).as("%s %s", method, parameters).isTrue();
		assertThat(reply.status()).as("%s %s", method, parameters).isNotEqualTo(500);
		assertThat(ok.booleanValue()).isEqualTo(reply.status() == 200);
	}

	@Provide
	Arbitrary<String> methods() {
		// Without sendAnimation, to which Bale answers 500 for JSON.
		return Arbitraries.of("getMe", "setWebhook", "sendMessage", "forwardMessage", "copyMessage", "sendPhoto",
				"sendDocument", "sendVoice", "sendMediaGroup", "sendLocation", "sendContact", "sendChatAction",
				"sendSticker", "getFile", "answerCallbackQuery", "askReview", "banChatMember", "unbanChatMember",
				"restrictChatMember", "promoteChatMember", "setChatPhoto", "setChatTitle", "getChat", "getChatMember",
				"pinChatMessage", "createChatInviteLink", "revokeChatInviteLink", "inviteUser", "setChatPermissions",
				"editMessageText", "editMessageCaption", "editMessageReplyMarkup", "deleteMessage", "uploadStickerFile",
				"createNewStickerSet", "addStickerToSet", "getStickerSet", "deleteStickerFromSet", "sendInvoice",
				"createInvoiceLink", "answerPreCheckoutQuery", "inquireTransaction", "setMyCommands");
	}

	private static Arbitrary<String> names() {
		return Arbitraries.of("chat_id", "from_chat_id", "user_id", "message_id", "reply_to_message_id", "text",
				"caption", "reply_markup", "photo", "document", "media", "sticker", "latitude", "longitude",
				"horizontal_accuracy", "phone_number", "first_name", "action", "file_id", "callback_query_id",
				"show_alert", "permissions", "can_send_messages", "title", "name", "invite_link", "prices",
				"provider_token", "payload", "description", "commands", "url", "delay_seconds", "ok", "transaction_id",
				"pre_checkout_query_id", "");
	}

	@Provide
	Arbitrary<String> values() {
		Arbitrary<String> scalars = Arbitraries.of("null", "true", "1", "1001", "0", "-1", "1.5", "1e400",
				"1e999999999", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "\"\"", "\" \"",
				"\"x\"", "\"1001\"", "\"@x\"", "\"attach://x\"", "\"http://127.0.0.1:1/x\"", "\"http://\"", "\"{\"",
				"\"[1]\"", "\"null\"", "\"\\ud800\"", "\"\\u0000\"", "\"typing\"", "\"photo\"");
		return Arbitraries.recursive(() -> scalars,
				(inner) -> Arbitraries.oneOf(inner.list().ofMaxSize(3).map((all) -> "[" + String.join(",", all) + "]"),
						Combinators
							.combine(Arbitraries.of("type", "media", "sticker", "label", "amount", "command", "text",
									"url", "can_send_messages", "description"), inner)
							.as((name, value) -> "{\"" + name + "\":" + value + "}")),
				0, 3);
	}

	@Provide
	Arbitrary<String> objects() {
		return Arbitraries.maps(names(), values()).ofMaxSize(8).map((all) -> {
			List<String> members = all.entrySet()
				.stream()
				.map((member) -> "\"" + member.getKey() + "\":" + member.getValue())
				.toList();
			return "{" + String.join(",", members) + "}";
		});
	}

	@Provide
	Arbitrary<Map<String, String>> forms() {
		return Arbitraries.maps(names(), Arbitraries.oneOf(values(), Arbitraries.strings().all().ofMaxLength(10)))
			.ofMaxSize(6)
			.map(LinkedHashMap::new);
	}

	@Provide
	Arbitrary<String> types() {
		return Arbitraries.of("application/json", "application/x-www-form-urlencoded", "multipart/form-data",
				"multipart/form-data; boundary=x", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"",
				"application/json; charset=nonsense", "text/plain", "/", ";");
	}

	@Provide
	Arbitrary<String> bodies() {
		return Arbitraries
			.of("{", "}", "[", "]", "\"", "null", "a", "=", "&", "%", "%zz", "%D8", "--x", "--", "\r\n", "\r\n\r\n",
					"Content-Disposition: form-data; name=\"text\"", "Content-Disposition: form-data; name=\"\"",
					"Content-Disposition: form-data", "; filename=\"a\"", "; filename*=UTF-8''%zz", "; filename*=x",
					"Content-Type: text/plain; charset=nonsense", "Content-Type: multipart/mixed; boundary=y",
					"Content-Type: multipart/mixed", "Content-Length: x", "Content-Transfer-Encoding: x",
					"Content-Transfer-Encoding: 7bit", "chat_id", "1001", "\u0000", "😀")
			.list()
			.ofMaxSize(14)
			.map((all) -> String.join("", all));
	}

	@Provide
	Arbitrary<String> keyboards() {
		Arbitrary<String> names = Arbitraries.of("inline_keyboard", "keyboard", "remove_keyboard", "text",
				"callback_data", "url", "web_app", "copy_text", "request_contact", "request_location",
				"resize_keyboard");
		Arbitrary<String> button = Arbitraries
			.maps(names, Arbitraries.oneOf(values(), Arbitraries.of("{\"url\":\"x\"}", "{\"text\":\"x\"}")))
			.ofMaxSize(3)
			.map(ParameterPropertiesTests::object);
		Arbitrary<String> rows = Arbitraries.oneOf(button, values())
			.list()
			.ofMaxSize(2)
			.map((all) -> "[[" + String.join(",", all) + "]]");
		Arbitrary<String> markup = Arbitraries.maps(names, Arbitraries.oneOf(rows, values()))
			.ofMaxSize(3)
			.map(ParameterPropertiesTests::object);
		return Arbitraries.oneOf(markup, values());
	}

	private static String object(Map<String, String> members) {
		StringBuilder json = new StringBuilder("{");
		members.forEach((name, value) -> json.append((json.length() > 1) ? "," : "")
			.append('"')
			.append(name)
			.append("\":")
			.append(value));
		return json.append('}').toString();
	}

}
