package io.github.balethon.emulator.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.MessageContent;
import io.github.balethon.emulator.world.Transaction;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.WorldEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the results and events of the control API.
 */
final class ControlJson {

	private ControlJson() {
	}

	static ObjectNode user(User user) {
		return Json.object().put("id", user.id()).put("name", user.name());
	}

	static ObjectNode group(GroupChat group) {
		ObjectNode json = Json.object()
			.put("id", group.id())
			.put("title", group.title())
			.put("description", group.chat().description())
			.put("type", group.chat().kind().wireName())
			.put("bot", group.hasBot())
			.put("bot_administrator", group.isBotAdministrator())
			.put("invite_link", group.membership().primaryLink(group.id()));
		json.set("members", users(group.members()));
		json.set("administrators", users(group.administrators()));
		json.set("pinned", messages(group.chat().pinned()));
		return json;
	}

	static ObjectNode chat(Chat chat) {
		return Json.object()
			.put("id", chat.id())
			.put("type", chat.kind().wireName())
			.put("name", chat.name())
			.put("messages", chat.size());
	}

	static ArrayNode users(List<User> users) {
		ArrayNode json = Json.array();
		users.forEach((user) -> json.add(user(user)));
		return json;
	}

	static JsonNode messages(List<Message> messages) {
		ArrayNode json = Json.array();
		messages.forEach((message) -> json.add(message(message)));
		return json;
	}

	static ObjectNode message(Message message) {
		ObjectNode json = Json.object().put("message_id", message.messageId());
		json.putObject("from")
			.put("id", message.senderId())
			.put("name", message.senderName())
			.put("is_bot", message.fromBot());
		json.put("date", message.date().getEpochSecond()).put("text", message.text()).put("edited", message.edited());
		if (!message.kind().equals("text")) {
			json.put("kind", message.kind()).set("content", message.content());
		}
		if (MessageContent.isForwarded(message.content())) {
			json.put("forwarded_from", MessageContent.forwardedFrom(message.content()));
		}
		if (message.replyToMessageId() != null) {
			json.put("reply_to_message_id", message.replyToMessageId());
		}
		if (message.replyMarkup() != null) {
			json.set("reply_markup", message.replyMarkup());
		}
		return json;
	}

	static ObjectNode pins(WorldEvent.PinsChanged pins) {
		ObjectNode json = Json.object().put("chat_id", pins.chatId());
		ArrayNode ids = json.putArray("pinned");
		pins.messageIds().forEach(ids::add);
		return json;
	}

	/**
	 * Renders an update as a text, as it need not be valid JSON.
	 * @param added the update
	 * @return the update with its time
	 */
	static ObjectNode update(WorldEvent.UpdateAdded added) {
		return Json.object()
			.put("update_id", added.id())
			.put("added_at", added.addedAt().toEpochMilli())
			.put("update", new String(added.json(), StandardCharsets.UTF_8));
	}

	static ObjectNode payment(Transaction payment) {
		ObjectNode json = Json.object()
			.put("chat_id", payment.chatId())
			.put("person_id", payment.payer().id())
			.put("id", payment.id())
			.put("status", payment.status().name().toLowerCase(Locale.ROOT));
		if (payment.messageId() != null) {
			json.put("message_id", payment.messageId());
		}
		String message = payment.errorMessage();
		return (message != null) ? json.put("error_message", message) : json;
	}

	static ObjectNode callbackAnswer(WorldEvent.CallbackAnswered answered) {
		return Json.object()
			.put("chat_id", answered.press().chatId())
			.put("person_id", answered.press().userId())
			.put("callback_query_id", answered.press().id())
			.put("text", answered.text())
			.put("show_alert", answered.alert());
	}

}
