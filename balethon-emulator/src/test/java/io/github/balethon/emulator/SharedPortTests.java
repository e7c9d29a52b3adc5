package io.github.balethon.emulator;

import io.github.balethon.emulator.TestBot.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Several bots on one port.
 */
class SharedPortTests {

	private static final String JSON = "application/json";

	private final BaleEmulator shop = BaleEmulator.builder().token("1:a").botUsername("shop_bot").build();

	private final BaleEmulator support = BaleEmulator.builder()
		.token("2:b")
		.botUsername("support_bot")
		.sharePort(this.shop)
		.build();

	private final TestBot shopBot = new TestBot(this.shop);

	private final TestBot supportBot = new TestBot(this.support);

	@BeforeEach
	void start() {
		this.shop.start();
		this.support.start();
	}

	@AfterEach
	void close() {
		this.support.close();
		this.shop.close();
	}

	@Test
	void tokenSelectsTheBot() {
		assertThat(this.support.baseUrl()).isEqualTo(this.shop.baseUrl());
		assertThat(this.shopBot.getMethod("getMe").result().path("username").stringValue()).isEqualTo("shop_bot");
		assertThat(this.supportBot.getMethod("getMe").result().path("username").stringValue()).isEqualTo("support_bot");
		assertThat(this.shopBot.get("/bot2%3Ab/getMe").result().path("username").stringValue())
			.isEqualTo("support_bot");
		assertThat(this.shopBot.get("/bot2:wrong/getMe").status()).isEqualTo(403);
	}

	@Test
	void eachBotHasUsersAndUpdatesOfItsOwn() {
		this.support.person(1001, "Sara").write("help");
		assertThat(this.supportBot.nextUpdate().path("message").path("text").stringValue()).isEqualTo("help");
		assertThat(this.shop.updates().pending()).isZero();
		assertThat(this.shopBot.get("/emulator/people").text()).isEqualTo("[]");
		assertThat(this.shopBot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(404);
		assertThat(this.supportBot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(200);
	}

	@Test
	void filesBelongToABot() {
		this.support.person(1001, "Sara").sendDocument("a.txt", new byte[] { 7 });
		String id = this.supportBot.nextUpdate().path("message").path("document").path("file_id").stringValue();
		assertThat(this.shopBot.get("/file/bot2:b/" + id).body()).containsExactly(7);
		assertThat(this.shopBot.get("/file/bot1:a/" + id).status()).isEqualTo(404);
	}

	@Test
	void idSelectsTheControlApiAndThePage() {
		Reply written = this.shopBot.post("/2/emulator/messages", JSON, "{\"text\":\"/start\"}");
		assertThat(written.status()).isEqualTo(200);
		assertThat(this.support.updates().pending()).isOne();
		assertThat(this.shop.updates().pending()).isZero();
		assertThat(this.shopBot.get("/1/emulator/updates").text()).isEqualTo("{\"pending\":0}");
		assertThat(this.support.chatPage()).hasPath("/2/");
		assertThat(this.shopBot.get("/2/").text()).contains("curl " + this.shop.baseUrl() + "/2/emulator/messages");
		assertThat(this.shopBot.get("/2/page/main.js").status()).isEqualTo(200);
		assertThat(this.shopBot.get("/3/").status()).isEqualTo(404);
	}

	@Test
	void missingSlashIsAdded() {
		Reply reply = this.shopBot.get("/2?from=docs");
		assertThat(reply.status()).isEqualTo(308);
		assertThat(reply.response().headers().firstValue("Location")).contains("/2/?from=docs");
	}

	@Test
	void networkIsCommon() {
		this.support.network(Network.BLACK_HOLE);
		assertThat(this.shop.network()).isEqualTo(Network.BLACK_HOLE);
		this.shop.network(Network.UP);
		assertThat(this.supportBot.getMethod("getMe").status()).isEqualTo(200);
	}

	@Test
	void closedBotIsNotServed() {
		this.support.close();
		assertThat(this.support.isRunning()).isFalse();
		assertThat(this.shop.isRunning()).isTrue();
		assertThat(this.shopBot.get("/bot2:b/getMe").status()).isEqualTo(403);
		this.support.start();
		this.support.start();
		assertThat(this.supportBot.getMethod("getMe").status()).isEqualTo(200);
	}

	@Test
	void equalIdsAreRefused() {
		BaleEmulator twin = BaleEmulator.builder().token("1:other").sharePort(this.shop).build();
		assertThatIllegalArgumentException().isThrownBy(twin::start).withMessageContaining("the same ID 1");
	}

	@Test
	void portIsOpenedByItsOwner() {
		this.shop.close();
		BaleEmulator third = BaleEmulator.builder().token("3:c").sharePort(this.shop).build();
		assertThatIllegalStateException().isThrownBy(third::start).withMessageContaining("Start that one first");
	}

}
