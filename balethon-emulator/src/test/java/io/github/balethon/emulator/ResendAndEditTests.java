package io.github.balethon.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forwarding, copying, editing and deleting messages.
 */
class ResendAndEditTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(new TestClock()).build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Person sara = this.emulator.person(1001, "Sara");

	private final Person reza = this.emulator.person(1002, "Reza");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void forwardedMessageKeepsItsFirstOrigin() {
		this.sara.write("hello");
		JsonNode forwarded = forward(1002, 1001, 1).result();
		assertThat(forwarded.path("text").stringValue()).isEqualTo("hello");
		assertThat(forwarded.path("forward_from").path("id").longValue()).isEqualTo(1001);
		assertThat(forwarded.path("forward_date").longValue()).isEqualTo(1767225600);
		assertThat(forwarded.path("forward_origin")).isEqualTo(Json.read("""
				{"type":"user","sender_user":{"id":1001,"is_bot":false,"first_name":"Sara","last_name":""},
				"date":1767225600}"""));
		JsonNode again = forward(1001, 1002, 1).result();
		assertThat(again.path("forward_from").path("id").longValue()).isEqualTo(1001);
		assertThat(this.reza.awaitReply(TestBot.LONG).text()).isEqualTo("hello");
	}

	@Test
	void channelIsTheOriginOfItsForwardedPosts() {
		Group news = this.emulator.channel("News", "news_demo");
		Reply post = this.bot.call("sendMessage", "{\"chat_id\":\"@News_Demo\",\"text\":\"headline\"}");
		assertThat(post.result().has("from")).isFalse();
		assertThat(post.result().path("sender_chat").path("username").stringValue()).isEqualTo("news_demo");
		JsonNode forwarded = forward(1001, news.id(), 1).result();
		assertThat(forwarded.path("forward_from_chat").path("id").longValue()).isEqualTo(news.id());
		assertThat(forwarded.path("forward_from_message_id").intValue()).isOne();
		assertThat(forwarded.path("forward_origin").path("type").stringValue()).isEqualTo("channel");
		news.promote(this.sara);
		this.sara.in(news).write("by hand");
		JsonNode update = this.bot.nextUpdate().path("message");
		assertThat(update.has("from")).isFalse();
		assertThat(update.path("chat").path("type").stringValue()).isEqualTo("channel");
		news.demoteBot();
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":\"@news_demo\",\"text\":\"x\"}").status()).isEqualTo(403);
	}

	@Test
	void copyHasNoOrigin() {
		this.sara.send(Attachment.photo("x".getBytes(StandardCharsets.UTF_8)).caption("garden"));
		forward(1002, 1001, 1);
		Reply copy = this.bot.call("copyMessage", "{\"chat_id\":1001,\"from_chat_id\":1002,\"message_id\":1}");
		assertThat(copy.result()).isEqualTo(Json.read("{\"message_id\":2}"));
		ChatMessage message = this.sara.awaitReply(TestBot.LONG);
		assertThat(message.kind()).isEqualTo("photo");
		assertThat(message.text()).isEqualTo("garden");
		assertThat(message.content().has("forward_date")).isFalse();
	}

	@Test
	void serviceMessagesCannotBeCopied() {
		Group group = this.emulator.group("Family", this.sara);
		this.reza.join(group);
		Reply copy = this.bot.call("copyMessage",
				"{\"chat_id\":1001,\"from_chat_id\":" + group.id() + ",\"message_id\":1}");
		assertThat(copy.status()).isEqualTo(400);
		assertThat(forward(1001, 1001, 99).description()).isEqualTo("Bad Request: message not found");
		assertThat(forward(1001, 4711, 1).status()).isEqualTo(404);
		group.removeBot();
		assertThat(forward(1001, group.id(), 1).description()).isEqualTo("no such group or user");
	}

	@Test
	void captionsAndKeyboardsAreEdited() {
		this.bot.multipart("sendPhoto", Map.of("chat_id", "1001", "caption", "old"),
				Map.of("photo", new Upload("a.png", "", new byte[] { 1 })));
		Reply edit = this.bot.call("editMessageCaption",
				"{\"chat_id\":1001,\"message_id\":1,\"caption\":\"new\",\"reply_markup\":"
						+ "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}}");
		assertThat(edit.result().path("message_id").intValue()).isZero();
		assertThat(this.sara.chat().get(0).text()).isEqualTo("new");
		assertThat(this.sara.chat().get(0).replyMarkup()).isNotNull();
		assertThat(this.bot.call("editMessageReplyMarkup", "{\"chat_id\":1001,\"message_id\":1}").status())
			.isEqualTo(200);
		assertThat(this.sara.chat().get(0).text()).isEqualTo("new");
		assertThat(this.sara.chat().get(0).replyMarkup()).isNull();
		assertThat(this.bot.call("editMessageText", "{\"chat_id\":1001,\"message_id\":1,\"text\":\"x\"}").description())
			.contains("no text");
		this.bot.send(1001, "text");
		assertThat(this.bot.call("editMessageCaption", "{\"chat_id\":1001,\"message_id\":2,\"caption\":\"x\"}")
			.description()).contains("no caption");
	}

	@Test
	void blockedBotCannotSend() {
		this.sara.block(true);
		Reply reply = this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.description()).isEqualTo("Forbidden: bot was blocked by the user");
		this.sara.block(false);
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(200);
	}

	@Test
	void copyTextOfAButtonIsLimited() {
		String markup = "{\"inline_keyboard\":[[{\"text\":\"a\",\"copy_text\":{\"text\":\"%s\"}}]]}";
		assertThat(send(markup.formatted("x".repeat(256))).status()).isEqualTo(200);
		assertThat(send(markup.formatted("x".repeat(257))).status()).isEqualTo(400);
		assertThat(send(markup.formatted("")).status()).isEqualTo(400);
	}

	private Reply send(String markup) {
		return this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\",\"reply_markup\":" + markup + "}");
	}

	private Reply forward(long to, long from, long messageId) {
		return this.bot.call("forwardMessage",
				"{\"chat_id\":" + to + ",\"from_chat_id\":" + from + ",\"message_id\":" + messageId + "}");
	}

}
