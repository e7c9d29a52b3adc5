package io.github.balethon.emulator;

import java.net.URI;

import io.github.balethon.emulator.TestBot.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * History, pinned and deleted messages, mini apps and failing payments over the control
 * API.
 */
class ControlApiChatTests {

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
	void returnsPagesOfTheHistory() {
		for (int i = 1; i <= 5; i++) {
			this.bot.send(1001, "message " + i);
		}
		assertThat(history("").findValuesAsString("text")).hasSize(5);
		assertThat(history("?before=4&limit=2").findValuesAsString("text")).containsExactly("message 2", "message 3");
		assertThat(history("?before=1&limit=2")).isEmpty();
		assertThat(this.bot.get("/emulator/chats/1001/messages?limit=0").json().path("error").stringValue())
			.contains("limit");
	}

	@Test
	void deletesMessages() {
		this.bot.send(1001, "first");
		assertThat(post("deletions", "{\"message_id\":1}").text()).isEqualTo("{\"message_id\":1}");
		assertThat(this.sara.chat()).isEmpty();
		assertThat(post("deletions", "{\"message_id\":1}").text()).contains("There is no message 1");
	}

	@Test
	void othersMessagesInAGroupNeedTheRight() {
		Group group = this.emulator.group("Family", this.sara);
		this.bot.send(group.id(), "rules");
		String body = "{\"chat\":" + group.id() + ",\"message_id\":1}";
		assertThat(post("deletions", body).text()).contains("can_delete_messages");
		group.owner(this.sara);
		assertThat(post("deletions", body).status()).isEqualTo(200);
		assertThat(group.chat()).isEmpty();
	}

	@Test
	void pinsMessages() {
		this.bot.send(1001, "rules");
		assertThat(post("pins", "{\"message_id\":1}").text()).isEqualTo("{\"update_id\":null}");
		assertThat(this.sara.pinned()).hasSize(1);
		assertThat(post("pins", "{\"message_id\":1,\"pinned\":false}").status()).isEqualTo(200);
		assertThat(this.sara.pinned()).isEmpty();
		assertThat(post("pins", "{\"message_id\":9}").text()).contains("There is no message 9");
	}

	@Test
	void pinnedMessagesAreServiceMessagesWithTheQuirk() {
		this.emulator.quirk(Quirk.PIN_MESSAGES, true);
		this.bot.send(1001, "rules");
		assertThat(post("pins", "{\"message_id\":1}").text()).isEqualTo("{\"update_id\":1}");
		JsonNode message = this.bot.nextUpdate().path("message");
		assertThat(message.path("pinned_message").path("text").stringValue()).isEqualTo("rules");
		assertThat(this.bot.call("copyMessage", "{\"chat_id\":1001,\"from_chat_id\":1001,\"message_id\":2}").status())
			.isEqualTo(400);
	}

	@Test
	void membersOfAChannelCannotPin() {
		Group news = this.emulator.channel("News", "news_demo");
		news.add(this.sara);
		this.bot.send(news.id(), "post");
		String body = "{\"chat\":" + news.id() + ",\"message_id\":1}";
		assertThat(post("pins", body).text()).contains("can_pin_messages");
		news.promote(this.sara, "can_pin_messages");
		assertThat(post("pins", body).status()).isEqualTo(200);
		assertThat(news.pinned()).hasSize(1);
	}

	@Test
	void opensAMiniAppWithSignedData() {
		JsonNode app = post("mini-apps", "{\"url\":\"https://example.ir/app?x=1#old\",\"start_param\":\"ref 7\"}")
			.json();
		assertThat(app.path("init_data").stringValue()).contains("start_param=ref%207", "&hash=");
		URI url = URI.create(app.path("url").stringValue());
		assertThat(url.toString()).startsWith("https://example.ir/app?x=1#tgWebAppData=").doesNotContain("old");
		assertThat(url.getFragment()).contains("\"first_name\":\"Sara\"".replace("\"", "%22").replace(":", "%3A"));
		assertThat(post("mini-apps", "{\"url\":\"javascript:alert(1)\"}").status()).isEqualTo(400);
	}

	@Test
	void paymentFailsAfterTheBotHasAcceptedIt() {
		String link = this.bot
			.call("createInvoiceLink",
					"{\"title\":\"Book\",\"description\":\"A book\",\"payload\":\"x\","
							+ "\"provider_token\":\"WALLET-TEST-1111111111111111\","
							+ "\"prices\":[{\"label\":\"x\",\"amount\":5000}]}")
			.result()
			.stringValue();
		assertThat(this.bot.get("/emulator/invoices?link=" + link).json().path("amount").intValue()).isEqualTo(5000);
		assertThat(this.bot.get("/emulator/invoices?link=x").status()).isEqualTo(404);
		String id = post("payments", "{\"link\":\"" + link + "\",\"fails\":true}").json().path("id").stringValue();
		this.bot.nextUpdate();
		this.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":true}");
		assertThat(this.bot.get("/emulator/payments?id=" + id).json().path("status").stringValue()).isEqualTo("failed");
		assertThat(this.sara.chat()).isEmpty();
		assertThat(this.emulator.updates().pending()).isZero();
	}

	private JsonNode history(String query) {
		return this.bot.get("/emulator/chats/1001/messages" + query).json();
	}

	private Reply post(String path, String json) {
		return this.bot.post("/emulator/" + path, "application/json", json);
	}

}
