package io.github.balethon.emulator;

import java.util.List;
import java.util.Locale;

import io.github.balethon.emulator.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spells out what the control API and its events show.
 */
final class ControlJson {

	private ControlJson() {
	}

	static ObjectNode person(Person person) {
		return person(person.id(), person.name());
	}

	static ObjectNode person(long id, String name) {
		return Json.object().put("id", id).put("name", name);
	}

	static ObjectNode group(Group group) {
		ObjectNode json = Json.object()
			.put("id", group.id())
			.put("title", group.title())
			.put("description", group.description())
			.put("bot", group.hasBot());
		json.set("members", people(group.members()));
		json.set("administrators", people(group.administrators()));
		json.set("pinned", messages(group.pinned()));
		return json;
	}

	static ArrayNode people(List<Person> people) {
		ArrayNode json = Json.array();
		people.forEach((person) -> json.add(person(person)));
		return json;
	}

	static JsonNode messages(List<ChatMessage> messages) {
		ArrayNode json = Json.array();
		messages.forEach((message) -> json.add(message(message)));
		return json;
	}

	static ObjectNode message(ChatMessage message) {
		ObjectNode json = Json.object().put("message_id", message.messageId());
		json.putObject("from")
			.put("id", message.senderId())
			.put("name", message.senderName())
			.put("is_bot", message.fromBot());
		json.put("date", message.date().getEpochSecond()).put("text", message.text()).put("edited", message.edited());
		if (!message.kind().equals("text")) {
			json.put("kind", message.kind()).set("content", message.content());
		}
		if (message.replyToMessageId() != null) {
			json.put("reply_to_message_id", message.replyToMessageId());
		}
		if (message.replyMarkup() != null) {
			json.set("reply_markup", message.replyMarkup());
		}
		return json;
	}

	static ObjectNode payment(Payment payment) {
		ObjectNode json = Json.object()
			.put("chat_id", payment.chat().id())
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
			.put("person_id", answered.press().personId())
			.put("callback_query_id", answered.press().id())
			.put("text", answered.text())
			.put("show_alert", answered.alert());
	}

}
