package io.github.balethon.emulator.botapi;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Bill;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.ChatKind;
import io.github.balethon.emulator.world.InlineKeyboard;
import io.github.balethon.emulator.world.Members;
import io.github.balethon.emulator.world.Members.Member;
import io.github.balethon.emulator.world.Members.Status;
import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.MessageContent;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.Transaction;
import io.github.balethon.emulator.world.User;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders Bale's objects.
 *
 * @since 0.1.0
 */
public final class WireJson {

	/** Bale reports only commands and mentions. */
	private static final Pattern ENTITY = Pattern.compile("(?<!\\S)(/[A-Za-z0-9_]+(?:@\\w+)?|@\\w+)");

	private final BotAccount account;

	private final Quirks quirks;

	public WireJson(BotAccount account, Quirks quirks) {
		this.account = account;
		this.quirks = quirks;
	}

	ObjectNode user(long id, String name) {
		return Json.object().put("id", id).put("is_bot", false).put("first_name", name).put("last_name", "");
	}

	ObjectNode user(User user) {
		return user(user.id(), user.name());
	}

	ObjectNode bot() {
		return this.account.toJson();
	}

	ObjectNode chat(Chat chat) {
		ObjectNode json = Json.object().put("id", chat.id()).put("type", chat.kind().wireName());
		if (chat.kind() == ChatKind.PRIVATE) {
			json.put("first_name", chat.name()).put("last_name", "");
		}
		else {
			json.put("title", chat.name());
		}
		if (chat.username() != null) {
			json.put("username", chat.username());
		}
		return withPhoto(json, chat.photo());
	}

	ObjectNode transaction(Transaction payment) {
		return Json.object()
			.put("id", payment.id())
			.put("status", payment.status().name().toLowerCase(Locale.ROOT))
			.put("userID", payment.payer().id())
			.put("amount", payment.bill().amount())
			.put("createdAt", payment.startedAt().getEpochSecond());
	}

	ObjectNode bill(Bill bill) {
		return Json.object()
			.put("currency", "IRR")
			.put("total_amount", bill.amount())
			.put("invoice_payload", bill.payload());
	}

	/**
	 * Returns a message with the message that it replies to.
	 * @param chat the chat
	 * @param message the message
	 * @return its JSON
	 */
	ObjectNode message(Chat chat, Message message) {
		ObjectNode json = plainMessage(chat, message);
		Long replyTo = message.replyToMessageId();
		Message answered = (replyTo != null) ? chat.find(replyTo) : null;
		if (answered != null) {
			json.set("reply_to_message", plainMessage(chat, answered));
		}
		return json;
	}

	/**
	 * Returns an edited message.
	 * @param chat the chat
	 * @param message the new version
	 * @param editDate when it was edited
	 * @return its JSON
	 */
	ObjectNode editedMessage(Chat chat, Message message, Instant editDate) {
		return message(chat, message).put("edit_date", editDate.getEpochSecond());
	}

	/**
	 * Returns the result of an edit: by default a stub with the identifier 0 and without
	 * content.
	 * @param chat the chat
	 * @param message the new version
	 * @param editDate when it was edited
	 * @return the result
	 */
	JsonNode editResult(Chat chat, Message message, Instant editDate) {
		if (this.quirks.has(BaleQuirk.EDITS_RETURN_MESSAGE)) {
			return editedMessage(chat, message, editDate);
		}
		if (this.quirks.has(BaleQuirk.EDITS_RETURN_TRUE)) {
			return BooleanNode.TRUE;
		}
		ObjectNode json = Json.object()
			.put("message_id", 0)
			.put("date", message.date().getEpochSecond())
			.put("edit_date", editDate.getEpochSecond());
		json.set("chat", withPhoto(Json.object().put("id", chat.id()).put("type", chat.kind().wireName()), null));
		return json;
	}

	/**
	 * Returns the content of a forwarded message, including its first origin.
	 * @param source the chat of the original
	 * @param message the original
	 * @param hidden whether the sender is hidden; then only the date remains
	 * @return the content
	 */
	ObjectNode forwarded(Chat source, Message message, boolean hidden) {
		ObjectNode content = MessageContent.copy(message.content(), true);
		if (MessageContent.isForwarded(content)) {
			return content;
		}
		long date = message.date().getEpochSecond();
		content.put("forward_date", date);
		if (hidden && source.kind() != ChatKind.CHANNEL) {
			return content;
		}
		ObjectNode origin = content.putObject("forward_origin");
		if (source.kind() == ChatKind.CHANNEL) {
			content.put("forward_from_message_id", message.messageId()).set("forward_from_chat", chat(source));
			origin.put("type", "channel").put("message_id", message.messageId()).set("chat", chat(source));
		}
		else {
			content.set("forward_from", sender(message));
			origin.put("type", "user").set("sender_user", sender(message));
		}
		origin.put("date", date);
		return content;
	}

	/**
	 * Returns a member of a group.
	 * @param user the user as JSON
	 * @param member the member, or {@code null} for a user who is not a member
	 * @return its JSON
	 */
	ObjectNode member(ObjectNode user, @Nullable Member member) {
		ObjectNode json = Json.object();
		json.put("status", (member != null) ? member.status().name().toLowerCase(Locale.ROOT) : "left");
		json.set("user", user);
		if (member != null && member.status() == Status.ADMINISTRATOR) {
			json.put("is_anonymous", false).put("can_be_edited", false);
			Members.RIGHTS.forEach((right) -> json.put(right, member.may(right)));
		}
		if (member != null && member.status() == Status.RESTRICTED) {
			json.put("is_member", true);
			Members.PERMISSIONS.forEach((right) -> json.put(right, member.rights().contains(right)));
		}
		return json;
	}

	private ObjectNode plainMessage(Chat chat, Message message) {
		ObjectNode json = Json.object().put("message_id", message.messageId());
		if (chat.kind() == ChatKind.CHANNEL) {
			json.set("sender_chat", chat(chat));
		}
		else {
			json.set("from", sender(message));
		}
		json.put("date", message.date().getEpochSecond());
		json.set("chat", chat(chat));
		json.setAll(((ObjectNode) message.content()).deepCopy());
		ArrayNode entities = message.fromBot() ? null : entities(message.text());
		if (entities != null) {
			json.set(json.has("text") ? "entities" : "caption_entities", entities);
		}
		if (InlineKeyboard.is(message.replyMarkup())) {
			json.set("reply_markup", message.replyMarkup());
		}
		return json;
	}

	private ObjectNode sender(Message message) {
		return message.fromBot() ? bot() : user(message.senderId(), message.senderName());
	}

	private ObjectNode withPhoto(ObjectNode json, @Nullable ObjectNode photo) {
		if (photo != null) {
			return json.set("photo", photo);
		}
		return this.quirks.has(BaleQuirk.NO_NULL_PHOTO) ? json : json.putNull("photo");
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
