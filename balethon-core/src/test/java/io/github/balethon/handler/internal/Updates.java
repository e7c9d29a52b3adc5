package io.github.balethon.handler.internal;

import java.nio.charset.StandardCharsets;

import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * Updates as Bale sends them, for tests.
 */
final class Updates {

	private static final String SARA = """
			{"id":1001,"is_bot":false,"first_name":"Sara","username":"sara_demo"}""";

	private static final String PRIVATE = """
			{"id":1001,"type":"private","username":"sara_demo","first_name":"Sara"}""";

	private static final UpdateDecoder DECODER = new UpdateDecoder();

	private Updates() {
	}

	static Update json(String json) {
		Update update = DECODER.decode(json.getBytes(StandardCharsets.UTF_8)).update();
		Assert.state(update != null, () -> "No update: " + json);
		return update;
	}

	private static String quoted(@Nullable String text) {
		return (text != null) ? JsonMapper.shared().writeValueAsString(text) : "null";
	}

	private static String messageJson(long id, String chat, String parts) {
		return "{\"message_id\":%d,\"from\":%s,\"date\":1767225601,\"chat\":%s%s}".formatted(id, SARA, chat,
				parts.isEmpty() ? "" : "," + parts);
	}

	static Message message(long messageId, String text) {
		Message message = json(
				"{\"update_id\":1,\"message\":" + messageJson(messageId, PRIVATE, "\"text\":" + quoted(text)) + "}")
			.message();
		Assert.state(message != null, "No message");
		return message;
	}

	static Update text(@Nullable String text) {
		return with("\"text\":" + quoted(text));
	}

	/**
	 * A message in the private chat.
	 * @param parts JSON of what it holds
	 * @return the update
	 */
	static Update with(String parts) {
		return json("{\"update_id\":1,\"message\":" + messageJson(10, PRIVATE, parts) + "}");
	}

	static Update in(String chatType, long chatId, String text) {
		String chat = "{\"id\":%d,\"type\":\"%s\",\"title\":\"T\"}".formatted(chatId, chatType);
		return json("{\"update_id\":1,\"message\":" + messageJson(10, chat, "\"text\":" + quoted(text)) + "}");
	}

	static Update inChannel(long chatId, String username, String text) {
		String chat = "{\"id\":%d,\"type\":\"channel\",\"title\":\"T\",\"username\":\"%s\"}".formatted(chatId,
				username);
		return json("{\"update_id\":1,\"message\":" + messageJson(10, chat, "\"text\":" + quoted(text)) + "}");
	}

	static Update edited(String text) {
		return json(
				"{\"update_id\":2,\"edited_message\":" + messageJson(10, PRIVATE, "\"text\":" + quoted(text)) + "}");
	}

	static Update press(String data) {
		return press("2001", data);
	}

	static Update press(String id, String data) {
		return json("{\"update_id\":3,\"callback_query\":{\"id\":\"%s\",\"from\":%s,\"message\":%s,\"data\":%s}}"
			.formatted(id, SARA, messageJson(11, PRIVATE, "\"text\":\"Choose\""), quoted(data)));
	}

	static Update preCheckout() {
		return json(
				"{\"update_id\":5,\"pre_checkout_query\":{\"id\":\"txn-1\",\"from\":%s,\"currency\":\"IRR\",\"total_amount\":10,\"invoice_payload\":\"order\"}}"
					.formatted(SARA));
	}

	static Update unknown() {
		return json("{\"update_id\":4}");
	}

}
