package io.github.balethon.emulator.botapi;

import java.time.Duration;

import io.github.balethon.emulator.botapi.BotMethods.MethodGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.MessageContent;
import io.github.balethon.emulator.world.Payments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Methods for messages of any kind. An edit without a keyboard removes the keyboard;
 * Bale's behaviour is not known.
 */
final class MessageMethods implements MethodGroup {

	private static final Duration DELETABLE_FOR = Duration.ofHours(48);

	private final ChatParameter chats;

	private final Posting posting;

	private final WireJson wire;

	private final Payments payments;

	MessageMethods(ChatParameter chats, Posting posting, WireJson wire, Payments payments) {
		this.chats = chats;
		this.posting = posting;
		this.wire = wire;
		this.payments = payments;
	}

	@Override
	public void addTo(BotMethods methods) {
		methods.add("sendMessage", this::sendMessage, "chat_id", "text", "reply_to_message_id", "reply_markup");
		methods.add("forwardMessage", this::forwardMessage, "chat_id", "from_chat_id", "message_id");
		methods.add("copyMessage", this::copyMessage, "chat_id", "from_chat_id", "message_id");
		methods.add("editMessageText", this::editMessageText, "chat_id", "message_id", "text", "reply_markup");
		methods.add("editMessageCaption", this::editMessageCaption, "chat_id", "message_id", "caption", "reply_markup");
		methods.add("editMessageReplyMarkup", this::editMessageReplyMarkup, "chat_id", "message_id", "reply_markup");
		methods.add("deleteMessage", this::deleteMessage, "chat_id", "message_id");
	}

	private JsonNode sendMessage(Parameters parameters) {
		this.posting.target(parameters);
		return this.posting.post(parameters, MessageContent.text(text(parameters)));
	}

	private JsonNode forwardMessage(Parameters parameters) {
		Chat target = this.posting.target(parameters);
		Chat source = this.chats.required(parameters, "from_chat_id");
		Message message = message(source, parameters);
		return this.wire.message(target,
				resend(target, message, this.wire.forwarded(source, message, this.chats.hidesSender(message))));
	}

	private JsonNode copyMessage(Parameters parameters) {
		Chat target = this.posting.target(parameters);
		Message message = message(this.chats.required(parameters, "from_chat_id"), parameters);
		if (!MessageContent.canBeCopied(message.content())) {
			throw new Refusal(400, "Bad Request: message cannot be copied");
		}
		Message copy = resend(target, message, MessageContent.copy(message.content(), false));
		return Json.object().put("message_id", copy.messageId());
	}

	private JsonNode editMessageText(Parameters parameters) {
		return edit(parameters, (old) -> {
			if (!old.content().has("text")) {
				throw new Refusal(400, "Bad Request: message has no text to edit");
			}
			return MessageContent.withText(old.content(), text(parameters));
		});
	}

	private JsonNode editMessageCaption(Parameters parameters) {
		String caption = parameters.optionalText("caption", MessageContent.LONGEST_TEXT);
		return edit(parameters, (old) -> {
			if (!MessageContent.hasMedia(old.content())) {
				throw new Refusal(400, "Bad Request: message has no caption to edit");
			}
			return MessageContent.withCaption(old.content(), caption);
		});
	}

	private JsonNode editMessageReplyMarkup(Parameters parameters) {
		return edit(parameters, Message::content);
	}

	/**
	 * Deletes a message that is younger than 48 hours: any message of a private chat,
	 * elsewhere the bot's own, or any if the bot has the right.
	 * @param parameters chat_id, message_id
	 * @return {@code true}
	 */
	private JsonNode deleteMessage(Parameters parameters) {
		Chat chat = this.chats.required(parameters);
		Message message = message(chat, parameters);
		if (!message.fromBot()) {
			this.chats.requireRight(chat, "can_delete_messages");
		}
		if (message.date().isBefore(this.posting.now().minus(DELETABLE_FOR))) {
			throw new Refusal(400, "Bad Request: message is older than 48 hours and cannot be deleted");
		}
		chat.delete(message.messageId());
		return BooleanNode.TRUE;
	}

	private JsonNode edit(Parameters parameters, Change change) {
		Chat chat = this.chats.required(parameters);
		long messageId = parameters.neededInteger("message_id");
		ObjectNode markup = this.posting.inlineMarkup(parameters);
		Message message = chat.edit(messageId, (old) -> {
			if (!old.fromBot()) {
				throw new Refusal(403, "permission_denied").because("the bot can edit only its own messages");
			}
			return old.changed(change.content(old), markup);
		});
		if (message == null) {
			throw Refusal.messageNotFound();
		}
		return this.wire.editResult(chat, message, this.posting.now());
	}

	private Message resend(Chat target, Message message, ObjectNode content) {
		Message sent = this.posting.post(target, new Parameters(Json.object()), content, null);
		this.payments.copy(message, sent);
		return sent;
	}

	private Message message(Chat chat, Parameters parameters) {
		Message message = chat.find(parameters.neededInteger("message_id"));
		if (message == null) {
			throw Refusal.messageNotFound();
		}
		return message;
	}

	private String text(Parameters parameters) {
		return parameters.requiredText("text", MessageContent.LONGEST_TEXT);
	}

	/**
	 * Computes the new content of an edited message.
	 */
	private interface Change {

		JsonNode content(Message old);

	}

}
