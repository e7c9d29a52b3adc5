package io.github.balethon.emulator;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spells out the objects of Bale as they stand on the wire.
 */
final class WireJson {

	/** Bale reports only commands and mentions. */
	private static final Pattern ENTITY = Pattern.compile("(?<!\\S)(/[A-Za-z0-9_]+(?:@\\w+)?|@\\w+)");

	private final BotAccount account;

	WireJson(BotAccount account) {
		this.account = account;
	}

	ObjectNode user(long id, String name) {
		return Json.object().put("id", id).put("is_bot", false).put("first_name", name).put("last_name", "");
	}

	ObjectNode chat(Chat chat) {
		ObjectNode json = Json.object().put("id", chat.id()).put("type", chat.kind().wireName());
		if (chat.kind() == Chat.Kind.PRIVATE) {
			json.put("first_name", chat.name()).put("last_name", "");
		}
		else {
			json.put("title", chat.name());
		}
		return json.putNull("photo");
	}

	/**
	 * A message with everything that Bale tells about it.
	 * @param chat the chat it stands in
	 * @param message the message
	 * @return its JSON, with the message that it answers
	 */
	ObjectNode message(Chat chat, ChatMessage message) {
		ObjectNode json = plainMessage(chat, message);
		Long replyTo = message.replyToMessageId();
		ChatMessage answered = (replyTo != null) ? chat.find(replyTo) : null;
		if (answered != null) {
			json.set("reply_to_message", plainMessage(chat, answered));
		}
		return json;
	}

	/**
	 * A message in its changed version.
	 * @param chat the chat it stands in
	 * @param message the new version
	 * @param editDate when it was changed
	 * @return its JSON
	 */
	ObjectNode editedMessage(Chat chat, ChatMessage message, Instant editDate) {
		return message(chat, message).put("edit_date", editDate.getEpochSecond());
	}

	/**
	 * What Bale answers to an edit: the number is always 0 and the content is missing.
	 * @param chat the chat
	 * @param message the edited message
	 * @param editDate when it was edited
	 * @return the stub
	 */
	ObjectNode stub(Chat chat, ChatMessage message, Instant editDate) {
		ObjectNode json = Json.object()
			.put("message_id", 0)
			.put("date", message.date().getEpochSecond())
			.put("edit_date", editDate.getEpochSecond());
		json.putObject("chat").put("id", chat.id()).put("type", chat.kind().wireName()).putNull("photo");
		return json;
	}

	private ObjectNode plainMessage(Chat chat, ChatMessage message) {
		ObjectNode json = Json.object().put("message_id", message.messageId());
		json.set("from", message.fromBot() ? this.account.toJson() : user(message.senderId(), message.senderName()));
		json.put("date", message.date().getEpochSecond());
		json.set("chat", chat(chat));
		json.put("text", message.text());
		ArrayNode entities = message.fromBot() ? null : entities(message.text());
		if (entities != null) {
			json.set("entities", entities);
		}
		if (InlineKeyboard.is(message.replyMarkup())) {
			json.set("reply_markup", message.replyMarkup());
		}
		return json;
	}

	private @Nullable ArrayNode entities(String text) {
		Matcher matcher = ENTITY.matcher(text);
		ArrayNode entities = null;
		while (matcher.find()) {
			entities = (entities != null) ? entities : Json.array();
			entities.addObject()
				.put("type", (text.charAt(matcher.start()) == '/') ? "bot_command" : "mention")
				.put("offset", matcher.start())
				.put("length", matcher.end() - matcher.start());
		}
		return entities;
	}

}
