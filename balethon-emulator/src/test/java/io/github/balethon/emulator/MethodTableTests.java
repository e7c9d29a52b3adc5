package io.github.balethon.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Upload;
import io.github.balethon.emulator.world.FileKind;
import io.github.balethon.emulator.world.MessageContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every method that Bale documents or that a library calls, by every carrier that Bale
 * accepts for it.
 */
class MethodTableTests {

	/**
	 * Name, parameters, what the result is, and which carriers do not work. In the
	 * parameters {@code $x} stands for an id of the world below.
	 */
	private static final String TABLE = """
			getMe                  |                                                               | object |
			getUpdates             | offset=1&limit=5&timeout=0                                    | array  |
			setWebhook             | url=https://bot.example.ir/x                                  | true   |
			deleteWebhook          |                                                               | true   |
			getWebhookInfo         |                                                               | object |
			sendMessage            | chat_id=1001&text=x&reply_to_message_id=1&reply_markup=$inline | object |
			forwardMessage         | chat_id=1001&from_chat_id=1001&message_id=1                   | object |
			copyMessage            | chat_id=1001&from_chat_id=1001&message_id=1                   | object |
			sendPhoto              | chat_id=1001&photo=$photo&caption=x&reply_markup=$inline      | object |
			sendAudio              | chat_id=1001&audio=$audio&caption=x&reply_to_message_id=1     | object |
			sendDocument           | chat_id=1001&document=$document&caption=x                     | object |
			sendVideo              | chat_id=1001&video=$video&caption=x                           | object |
			sendAnimation          | chat_id=1001&animation=$animation                             | object | json
			sendVoice              | chat_id=1001&voice=$voice&caption=x                           | object |
			sendMediaGroup         | chat_id=1001&media=$media                                     | array  |
			sendLocation           | chat_id=1001&latitude=35.7&longitude=51.4&horizontal_accuracy=5 | object |
			sendContact            | chat_id=1001&phone_number=98912&first_name=A&last_name=B      | object |
			sendChatAction         | chat_id=1001&action=typing                                    | true   |
			sendSticker            | chat_id=1001&sticker=$sticker                                 | object | json
			getFile                | file_id=$photo                                                | object |
			answerCallbackQuery    | callback_query_id=2000000001&text=x&show_alert=true           | true   |
			askReview              | user_id=1001&delay_seconds=0                                  | true   |
			banChatMember          | chat_id=$group&user_id=1002                                   | true   |
			unbanChatMember        | chat_id=$group&user_id=1002&only_if_banned=true               | true   |
			restrictChatMember     | chat_id=$group&user_id=1002&permissions={"can_send_messages":false} | true |
			promoteChatMember      | chat_id=$group&user_id=1002&can_change_info=true&can_delete_messages=false | true |
			setChatPhoto           | chat_id=$group                                                | true   | photo
			deleteChatPhoto        | chat_id=$group                                                | true   |
			setChatTitle           | chat_id=$group&title=x                                        | true   |
			setChatDescription     | chat_id=$group&description=x                                  | true   |
			leaveChat              | chat_id=$group                                                | true   |
			getChat                | chat_id=$group                                                | object |
			getChatAdministrators  | chat_id=$group                                                | array  |
			getChatMembersCount    | chat_id=$group                                                | number |
			getChatMemberCount     | chat_id=$group                                                | number |
			getChatMember          | chat_id=$group&user_id=1001                                   | object |
			pinChatMessage         | chat_id=1001&message_id=1                                     | true   |
			unPinChatMessage       | chat_id=1001&message_id=1                                     | true   |
			unpinAllChatMessages   | chat_id=1001                                                  | true   |
			createChatInviteLink   | chat_id=$group                                                | object |
			revokeChatInviteLink   | chat_id=$group&invite_link=$link                              | object |
			exportChatInviteLink   | chat_id=$group                                                | string |
			inviteUser             | chat_id=$group&user_id=1003                                   | true   |
			setChatPermissions     | chat_id=$group&permissions={"can_send_messages":true}         | true   |
			editMessageText        | chat_id=1001&message_id=1&text=x&reply_markup=$inline         | object |
			editMessageCaption     | chat_id=1001&message_id=2&caption=x                           | object |
			editMessageReplyMarkup | chat_id=1001&message_id=1&reply_markup=$inline                | object |
			deleteMessage          | chat_id=1001&message_id=1                                     | true   |
			uploadStickerFile      | user_id=1001                                                  | object | sticker
			createNewStickerSet    | user_id=1001&name=new_by_demo_bale_bot&title=x&sticker=[{"sticker":"$sticker"}] | true |
			addStickerToSet        | user_id=1001&name=old_by_demo_bale_bot&sticker={"sticker":"$sticker"} | true |
			getStickerSet          | name=old_by_demo_bale_bot                                     | object |
			deleteStickerToSet     | sticker=$sticker                                              | true   |
			deleteStickerFromSet   | sticker=$sticker                                              | true   |
			sendInvoice            | chat_id=1001&title=x&description=x&payload=x&provider_token=$wallet&prices=$prices | object |
			createInvoiceLink      | title=x&description=x&payload=x&provider_token=$wallet&prices=$prices | string |
			answerPreCheckoutQuery | pre_checkout_query_id=txn-1&ok=true                           | true   |
			inquireTransaction     | transaction_id=$transaction                                   | object |
			logout                 |                                                               | true   |
			close                  |                                                               | true   |
			setMyCommands          | commands=[{"command":"start","description":"x"}]              | true   |
			getMyCommands          |                                                               | array  |
			deleteMyCommands       |                                                               | true   |
			""";

	private static final Upload FILE = new Upload("a.png", "image/png", new byte[] { 1, 2, 3 });

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Map<String, String> world = new LinkedHashMap<>();

	@BeforeEach
	void start() {
		this.emulator.start();
		Person sara = this.emulator.person(1001, "Sara");
		this.emulator.person(1003, "Mina");
		Group group = this.emulator.group("Family", sara, this.emulator.person(1002, "Reza"));
		group.promoteBot();
		this.bot.send(1001, "first");
		String photo = sent("sendPhoto", "photo");
		this.world.put("photo", photo);
		for (FileKind kind : List.of(FileKind.AUDIO, FileKind.DOCUMENT, FileKind.VIDEO, FileKind.ANIMATION,
				FileKind.VOICE, FileKind.STICKER)) {
			String method = "send" + kind.field().substring(0, 1).toUpperCase(Locale.ROOT) + kind.field().substring(1);
			this.world.put(kind.field(), sent(method, kind.field()));
		}
		this.world.put("group", Long.toString(group.id()));
		this.world.put("link", group.inviteLink());
		this.world.put("inline", "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}");
		this.world.put("media", "[{\"type\":\"photo\",\"media\":\"" + photo + "\",\"caption\":\"x\"},"
				+ "{\"type\":\"video\",\"media\":\"" + this.world.get("video") + "\"}]");
		this.world.put("wallet", "WALLET-TEST-1111111111111111");
		this.world.put("prices", "[{\"label\":\"x\",\"amount\":1000}]");
		this.bot.query("createNewStickerSet", parameters("user_id=1001&name=old_by_demo_bale_bot&title=x"
				+ "&sticker=[{\"sticker\":\"$sticker\",\"emoji_list\":[\"x\"]}]"));
		String invoice = this.bot
			.query("createInvoiceLink",
					parameters("title=x&description=x&payload=x&provider_token=$wallet&prices=$prices"))
			.result()
			.stringValue();
		this.world.put("transaction", sara.payLink(invoice).id());
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	static Stream<Arguments> calls() {
		List<Arguments> calls = new ArrayList<>();
		for (String line : TABLE.lines().toList()) {
			String[] cells = line.split("\\|", -1);
			String without = cells[3].strip();
			for (String carrier : List.of("query", "json", "form", "multipart")) {
				boolean needsFile = !without.isEmpty() && !without.equals("json");
				if (!without.equals(carrier) && (!needsFile || carrier.equals("multipart"))) {
					calls.add(Arguments.of(cells[0].strip(), carrier, cells[1].strip(), cells[2].strip(),
							needsFile ? without : ""));
				}
			}
		}
		return calls.stream();
	}

	@ParameterizedTest(name = "{0} by {1}")
	@MethodSource("calls")
	void documentedMethodIsSupported(String method, String carrier, String text, String type, String file) {
		this.emulator.quirk(Quirk.STRICT_PARAMETERS, true);
		Map<String, String> parameters = parameters(text);
		Reply reply = switch (carrier) {
			case "query" -> this.bot.query(method, parameters);
			case "form" -> this.bot.form(method, parameters);
			case "json" -> this.bot.call(method, json(method, parameters));
			default -> this.bot.multipart(method, parameters, file.isEmpty() ? Map.of() : Map.of(file, FILE));
		};
		assertThat(reply.text()).startsWith("{\"ok\":true,");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(type(reply.result())).isEqualTo(type);
		assertThat(this.emulator.calls().of(method)).last().extracting(Call::method).isEqualTo(method);
	}

	@Test
	void allMethodsAreTested() {
		Set<String> names = new LinkedHashSet<>();
		TABLE.lines().forEach((line) -> names.add(line.substring(0, line.indexOf('|')).strip()));
		// 50 that Bale documents, and 12 more, of which one has two spellings.
		assertThat(names).hasSize(63);
		assertThat(names).allSatisfy((name) -> assertThat(this.emulator.calls().of(name)).isNotNull());
	}

	private String sent(String method, String field) {
		Reply reply = this.bot.multipart(method, Map.of("chat_id", "1001"), Map.of(field, FILE));
		assertThat(reply.status()).as(reply.text()).isEqualTo(200);
		String id = MessageContent.fileId(reply.result());
		assertThat(id).isNotNull();
		return id;
	}

	private Map<String, String> parameters(String text) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
			String value = pair.substring(pair.indexOf('=') + 1);
			for (Map.Entry<String, String> entry : this.world.entrySet()) {
				value = value.replace("$" + entry.getKey(), entry.getValue());
			}
			parameters.put(pair.substring(0, pair.indexOf('=')), value);
		}
		return parameters;
	}

	/**
	 * The parameters as JSON: objects, numbers and booleans as what they are.
	 * @param method name of the method
	 * @param parameters the parameters
	 * @return a JSON object
	 */
	private String json(String method, Map<String, String> parameters) {
		ObjectNode json = Json.object();
		parameters.forEach((name, value) -> {
			boolean text = !value.matches("[\\[{].*|-?[0-9.]+|true|false") || method.equals("sendChatAction");
			if (text) {
				json.put(name, value);
			}
			else {
				json.set(name, Json.read(value));
			}
		});
		return json.toString();
	}

	private String type(JsonNode result) {
		if (result.isBoolean()) {
			return Boolean.toString(result.booleanValue());
		}
		return result.isNumber() ? "number" : result.getNodeType().name().toLowerCase(Locale.ROOT);
	}

}
