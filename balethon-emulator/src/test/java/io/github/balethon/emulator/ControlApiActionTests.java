package io.github.balethon.emulator;

import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.TestBot.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Albums, forwards, blocking, joining, and the bot's answers to buttons and payments over
 * the control API.
 */
class ControlApiActionTests {

	private static final String PHOTO = "{\"kind\":\"photo\",\"bytes\":\"AA==\"}";

	private static final String KEYBOARD = "{\"inline_keyboard\":[[{\"text\":\"Buy\",\"callback_data\":\"buy\"}]]}";

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(new TestClock()).build();

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
	void sendsAnAlbum() {
		assertThat(post("messages", "{\"attachments\":[" + PHOTO + "," + PHOTO + "]}").text())
			.isEqualTo("{\"messages\":[{\"update_id\":1,\"message_id\":1},{\"update_id\":2,\"message_id\":2}]}");
		JsonNode updates = this.bot.getMethod("getUpdates").result();
		assertThat(updates.path(0).path("message").path("media_group_id"))
			.isEqualTo(updates.path(1).path("message").path("media_group_id"));
	}

	@Test
	void forwardsAMessage() {
		this.bot.send(1001, "news");
		Group group = this.emulator.group("Family", this.sara);
		assertThat(post("forwards", "{\"chat\":" + group.id() + ",\"message_id\":1}").text())
			.isEqualTo("{\"update_id\":1,\"message_id\":1}");
		assertThat(this.bot.nextUpdate().path("message").path("forward_from").path("id").longValue()).isEqualTo(123);
		assertThat(post("forwards", "{\"from_chat\":" + group.id() + ",\"message_id\":1}").status()).isEqualTo(200);
		assertThat(this.sara.chat()).hasSize(2);
	}

	@Test
	void blocksTheBot() {
		assertThat(post("blocks", "{}").text()).isEqualTo("{\"blocked\":true}");
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(403);
		assertThat(this.bot.get("/emulator/chats/1001").json().path("blocked").booleanValue()).isTrue();
		assertThat(post("blocks", "{\"blocked\":false}").text()).isEqualTo("{\"blocked\":false}");
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(200);
	}

	@Test
	void showsPinnedMessages() {
		this.bot.send(1001, "rules");
		this.bot.call("pinChatMessage", "{\"chat_id\":1001,\"message_id\":1}");
		assertThat(this.bot.get("/emulator/chats/1001").json().path("pinned").path(0).path("text").stringValue())
			.isEqualTo("rules");
	}

	@Test
	void joinsByAnInviteLink() {
		Group group = this.emulator.group("Family");
		String link = this.bot.get("/emulator/groups/" + group.id()).json().path("invite_link").stringValue();
		JsonNode joined = post("joins", "{\"from\":7,\"name\":\"Mina\",\"link\":\"https://" + link + "\"}").json();
		assertThat(joined.path("update_id").longValue()).isOne();
		assertThat(joined.path("group").path("members").path(0).path("name").stringValue()).isEqualTo("Mina");
		assertThat(this.bot.get("/emulator/groups").json()).hasSize(1);
	}

	@Test
	void changesTheOwnerAndTheBot() {
		Group group = this.emulator.group("Family", this.sara);
		String path = "groups/" + group.id();
		assertThat(post(path, "{\"action\":\"owner\",\"person\":1001}").json().path("administrators")).hasSize(1);
		assertThat(post(path, "{\"action\":\"remove_bot\",\"person\":1001}").json().path("bot").booleanValue())
			.isFalse();
		assertThat(post(path, "{\"action\":\"add_bot\",\"person\":1001}").json().path("bot").booleanValue()).isTrue();
		assertThat(this.emulator.updates().pending()).isEqualTo(2);
	}

	@Test
	void waitsForTheAnswerToAPress() {
		this.bot.send(1001, "x", KEYBOARD);
		CompletableFuture<Reply> press = this.bot.postLater("/emulator/presses", "{\"data\":\"buy\",\"wait\":30}");
		JsonNode query = this.bot.nextUpdate().path("callback_query");
		String id = query.path("id").stringValue();
		assertThat(this.bot.get("/emulator/presses?id=" + id).text())
			.isEqualTo("{\"callback_query_id\":\"" + id + "\",\"answered\":false}");
		this.bot.answer(query, "Bought", true);
		assertThat(press.join().text()).isEqualTo("{\"update_id\":1,\"callback_query_id\":\"" + id
				+ "\",\"answered\":true,\"text\":\"Bought\",\"show_alert\":true}");
		assertThat(this.bot.get("/emulator/presses?id=" + id).json().path("text").stringValue()).isEqualTo("Bought");
	}

	@Test
	void waitForAnAnswerEnds() {
		this.bot.send(1001, "x", KEYBOARD);
		assertThat(post("presses", "{\"data\":\"buy\",\"wait\":0}").json().path("answered").booleanValue(true))
			.isFalse();
	}

	@Test
	void waitsForTheOutcomeOfAPayment() {
		this.bot.call("sendInvoice",
				"{\"chat_id\":1001,\"title\":\"x\",\"description\":\"x\",\"payload\":\"x\",\"provider_token\":"
						+ "\"WALLET-TEST-1111111111111111\",\"prices\":[{\"label\":\"x\",\"amount\":1000}]}");
		CompletableFuture<Reply> payment = this.bot.postLater("/emulator/payments", "{\"message_id\":1,\"wait\":30}");
		String id = this.bot.nextUpdate().path("pre_checkout_query").path("id").stringValue();
		assertThat(this.bot.get("/emulator/payments?id=" + id).json().path("status").stringValue())
			.isEqualTo("pending");
		this.bot.call("answerPreCheckoutQuery",
				"{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":false,\"error_message\":\"sold out\"}");
		JsonNode outcome = payment.join().json();
		assertThat(outcome.path("status").stringValue()).isEqualTo("rejected");
		assertThat(outcome.path("error_message").stringValue()).isEqualTo("sold out");
		assertThat(outcome.path("amount").longValue()).isEqualTo(1000);
		assertThat(this.bot.get("/emulator/payments").json()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			messages | {"attachments":[]}                    | 400 | 2 to 10
			messages | {"attachments":["photo"]}             | 400 | a list of attachments
			messages | {"attachments":[],"text":"x"}         | 400 | mutually exclusive
			messages | {"attachments":[],"reply_to_message_id":1} | 400 | cannot be a reply
			forwards | {"message_id":9}                      | 404 | no message 9
			forwards | {"from_chat":9,"message_id":1}        | 404 | no chat 9
			forwards | {"from":9,"message_id":1}             | 404 | no user 9
			forwards | {"message_id":"x"}                    | 400 | 'message_id'
			blocks   | {"from":9}                            | 404 | no user 9
			blocks   | {"blocked":"perhaps"}                 | 400 | true or false
			joins    | {"link":"ble.ir/join/x"}              | 404 | unknown or was revoked
			presses  | {"data":"x","wait":31}                | 400 | 'wait'
			payments | {"message_id":1,"wait":-1}            | 400 | 'wait'
			""")
	void invalidActionsAreExplained(String path, String body, int status, String words) {
		Reply reply = post(path, body);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.json().path("error").stringValue("")).contains(words).endsWith(".");
	}

	@ParameterizedTest
	@CsvSource({ "presses?id=5, 404, no callback query '5'", "payments?id=5, 404, no payment '5'",
			"chats/5, 404, no chat 5", "people?name=Sara, 400, There are no fields",
			"calls?methods=getMe, 400, The fields are method" })
	void invalidQueriesAreExplained(String path, int status, String words) {
		Reply reply = this.bot.get("/emulator/" + path);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.json().path("error").stringValue("")).contains(words).endsWith(".");
	}

	private Reply post(String path, String json) {
		return this.bot.post("/emulator/" + path, "application/json", json);
	}

}
