package io.github.balethon.emulator;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PersonTests {

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
	void newUsersAndGroupsHaveUniqueIdsBeyond32Bits() {
		Person reza = this.emulator.person("Reza");
		Person other = this.emulator.person("Reza");
		Group group = this.emulator.group("Family", reza, other);
		assertThat(reza.id()).isGreaterThan(Integer.MAX_VALUE).isNotEqualTo(other.id());
		assertThat(group.id()).isGreaterThan(Integer.MAX_VALUE);
		assertThat(group.members()).containsExactly(reza, other);
	}

	@Test
	void personWithAKnownIdIsEqual() {
		assertThat(this.emulator.person(1001, "Somebody")).isEqualTo(this.sara);
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.person(0, "Nobody"));
		long groupId = this.emulator.group("Family").id();
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.person(groupId, "Nobody"));
	}

	@Test
	void writtenMessageBecomesAnUpdate() {
		this.sara.write("/start@my_bot ref @reza");
		assertThat(update()).isEqualTo(Json
			.read("""
					{"update_id":1,"message":{"message_id":1,
					"from":{"id":1001,"is_bot":false,"first_name":"Sara","last_name":""},"date":1767225600,
					"chat":{"id":1001,"type":"private","first_name":"Sara","last_name":"","photo":null},
					"text":"/start@my_bot ref @reza",
					"entities":[{"type":"bot_command","offset":0,"length":13},{"type":"mention","offset":18,"length":5}]}}"""));
	}

	@Test
	void messageInAGroupRequiresMembership() {
		Person reza = this.emulator.person("Reza");
		Group group = this.emulator.group("Family", this.sara);
		assertThatIllegalArgumentException().isThrownBy(() -> reza.in(group).write("hello"))
			.withMessageContaining("Reza is not in the group Family");
		group.add(reza);
		reza.in(group).write("سلام");
		JsonNode message = update().path("message");
		assertThat(message.path("chat").path("id").longValue()).isEqualTo(group.id());
		assertThat(message.path("from").path("id").longValue()).isEqualTo(reza.id());
		assertThat(message.path("text").stringValue()).isEqualTo("سلام");
		assertThat(message.has("entities")).isFalse();
		assertThat(group.chat()).extracting(ChatMessage::text).containsExactly("سلام");
	}

	@Test
	void replyContainsTheRepliedMessage() {
		send("question", null);
		this.sara.reply(1, "answer");
		assertThat(update().path("message").path("reply_to_message").path("from").path("is_bot").booleanValue())
			.isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.reply(9, "answer"))
			.withMessageContaining("no message 9");
	}

	@Test
	void editedMessageBecomesAnUpdate() {
		this.sara.write("old");
		this.clock.advance(Duration.ofSeconds(5));
		this.sara.edit(1, "new");
		JsonNode update = this.bot.getMethod("getUpdates?offset=2").result().path(0);
		assertThat(update.path("edited_message").path("text").stringValue()).isEqualTo("new");
		assertThat(update.path("edited_message").path("message_id").intValue()).isOne();
		assertThat(update.path("edited_message").path("edit_date").longValue()).isEqualTo(1767225605L);
		assertThat(this.sara.chat().get(0).edited()).isTrue();
	}

	@Test
	void onlyOwnMessagesCanBeEdited() {
		send("of the bot", null);
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.edit(1, "new"))
			.withMessageContaining("of another sender");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.edit(2, "new"))
			.withMessageContaining("no message 2");
	}

	@Test
	void pressBecomesAnUpdate() {
		send("first", "buy:1");
		send("second", "buy:1");
		this.sara.press("buy:1");
		JsonNode query = update().path("callback_query");
		assertThat(query.path("id").stringValue()).startsWith("2");
		assertThat(query.path("from").path("id").longValue()).isEqualTo(1001);
		assertThat(query.path("data").stringValue()).isEqualTo("buy:1");
		assertThat(query.path("message").path("message_id").intValue()).isEqualTo(2);
		assertThat(query.path("message").path("reply_markup").path("inline_keyboard").isArray()).isTrue();
		this.sara.press(1, "buy:1");
		JsonNode other = this.bot.getMethod("getUpdates?offset=2").result().path(0).path("callback_query");
		assertThat(other.path("message").path("message_id").intValue()).isOne();
		assertThat(other.path("id")).isNotEqualTo(query.path("id"));
	}

	@Test
	void pressInAGroup() {
		Group group = this.emulator.group("Family", this.sara);
		this.bot.call("sendMessage", "{\"chat_id\":" + group.id() + ",\"text\":\"x\",\"reply_markup\":"
				+ "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}}");
		this.sara.in(group).press(1, "b");
		assertThat(update().path("callback_query").path("message").path("chat").path("id").longValue())
			.isEqualTo(group.id());
	}

	@Test
	void onlyExistingButtonsCanBePressed() {
		send("first", "buy:1");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.press("buy:2"))
			.withMessageContaining("'buy:2'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.press(1, "buy:2"))
			.withMessageContaining("'buy:2'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.press(7, "buy:1"))
			.withMessageContaining("no message 7");
	}

	@Test
	void blankMessagesAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.write(" "));
	}

	@Test
	void awaitReplyReturnsEachMessageOnce() {
		CompletableFuture<ChatMessage> first = CompletableFuture.supplyAsync(() -> this.sara.awaitReply(TestBot.LONG));
		this.sara.write("hello");
		send("one", null);
		send("two", null);
		assertThat(first.join().text()).isEqualTo("one");
		assertThat(this.sara.awaitReply(Duration.ZERO).text()).isEqualTo("two");
	}

	@Test
	void missingReplyIsReportedWithTheMessagesOfTheChat() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.sara.awaitReply(Duration.ofMillis(10)))
			.withMessageContaining("within PT0.01S")
			.withMessageContaining("The chat is empty");
		this.sara.write("hello");
		send("one", null);
		this.sara.awaitReply(TestBot.LONG);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.sara.awaitReply(Duration.ZERO))
			.withMessageContaining("#1 Sara: hello")
			.withMessageContaining("#2 the bot: one (already returned)");
	}

	private JsonNode update() {
		return this.bot.getMethod("getUpdates?limit=1").result().path(0);
	}

	private void send(String text, String data) {
		String markup = (data != null)
				? ",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"" + data + "\"}]]}"
				: "";
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"" + text + "\"" + markup + "}").status())
			.isEqualTo(200);
	}

	@Test
	void userWhoBlocksTheBotCannotWriteUntilTheStart() {
		this.bot.send(1001, "x", "{\"inline_keyboard\":[[{\"text\":\"Buy\",\"callback_data\":\"buy\"}]]}");
		this.sara.block(true);
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.write("hello"))
			.withMessageContaining("Sara has blocked the bot")
			.withMessageContaining("/start");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.write("/starting"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.sendPhoto(new byte[] { 1 }));
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.press("buy"));
		assertThat(this.bot.call("sendChatAction", "{\"chat_id\":\"1001\",\"action\":\"typing\"}").status())
			.isEqualTo(403);
		assertThat(this.emulator.updates().pending()).isZero();
		assertThat(this.sara.write("/start again")).isPositive();
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(200);
	}

	@Test
	void blockDoesNotConcernGroups() {
		Group group = this.emulator.group("Family", this.sara);
		this.sara.block(true);
		assertThat(this.sara.in(group).write("hello")).isPositive();
	}

	@Test
	void hiddenSenderIsAbsentInForwards() {
		this.sara.write("secret");
		this.bot.nextUpdate();
		this.sara.hideInForwards(true);
		this.emulator.person(1002, "Reza").forward(this.sara.chat().get(0));
		JsonNode message = this.bot.nextUpdate().path("message");
		assertThat(message.has("forward_date")).isTrue();
		assertThat(message.propertyNames()).doesNotContain("forward_from", "forward_origin", "forward_from_chat");
		JsonNode forwarded = this.bot
			.call("forwardMessage", "{\"chat_id\":1002,\"from_chat_id\":1001,\"message_id\":1}")
			.result();
		assertThat(forwarded.has("forward_from")).isFalse();
		this.sara.hideInForwards(false);
		this.sara.forward(this.sara.chat().get(0));
		assertThat(this.bot.nextUpdate().path("message").has("forward_from")).isTrue();
	}

}
