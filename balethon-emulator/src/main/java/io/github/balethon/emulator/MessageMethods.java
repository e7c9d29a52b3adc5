package io.github.balethon.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the bot does with messages.
 */
final class MessageMethods {

	private static final int LONGEST_TEXT = 4096;

	private static final Duration DELETABLE_FOR = Duration.ofHours(48);

	private final ChatParameter chats;

	private final BotAccount account;

	private final WireJson wire;

	private final Clock clock;

	MessageMethods(ChatParameter chats, BotAccount account, WireJson wire, Clock clock) {
		this.chats = chats;
		this.account = account;
		this.wire = wire;
		this.clock = clock;
	}

	JsonNode sendMessage(Parameters parameters) {
		Chat chat = this.chats.required(parameters);
		ChatMessage message = chat.add(new Chat.Draft(true, this.account.id(), this.account.name(), text(parameters),
				parameters.integer("reply_to_message_id"), markup(parameters)), now());
		return this.wire.message(chat, message);
	}

	/**
	 * Changes a message of the bot. A keyboard that is not sent again is gone; what Bale
	 * does then is not known.
	 * @param parameters chat_id, message_id, text, reply_markup
	 * @return the stub of a message
	 */
	JsonNode editMessageText(Parameters parameters) {
		Chat chat = this.chats.required(parameters);
		long messageId = messageId(parameters);
		String text = text(parameters);
		ObjectNode markup = markup(parameters);
		if (markup != null && !InlineKeyboard.is(markup)) {
			throw new Refusal(400, "reply_markup: must be an inline keyboard");
		}
		ChatMessage message = chat.edit(messageId, (old) -> {
			if (!old.fromBot()) {
				throw new Refusal(403, "permission_denied");
			}
			return old.withText(text).withReplyMarkup(markup);
		});
		if (message == null) {
			throw messageNotFound();
		}
		return this.wire.stub(chat, message, now());
	}

	/**
	 * Deletes a message that is younger than 48 hours: in a private chat any, in a group
	 * the bot's own, as it is no administrator there.
	 * @param parameters chat_id, message_id
	 * @return true
	 */
	JsonNode deleteMessage(Parameters parameters) {
		Chat chat = this.chats.required(parameters);
		long messageId = messageId(parameters);
		ChatMessage message = chat.find(messageId);
		if (message == null) {
			throw messageNotFound();
		}
		if (chat.kind() == Chat.Kind.GROUP && !message.fromBot()) {
			throw new Refusal(403, "permission_denied");
		}
		if (message.date().isBefore(now().minus(DELETABLE_FOR))) {
			throw new Refusal(400, "Bad Request: message is older than 48 hours and cannot be deleted");
		}
		chat.delete(messageId);
		return BooleanNode.TRUE;
	}

	private String text(Parameters parameters) {
		String text = parameters.text("text");
		if (text == null || text.isBlank()) {
			throw new Refusal(400, "text: cannot be blank");
		}
		if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
			throw new Refusal(400, "text: the length must be between 1 and " + LONGEST_TEXT);
		}
		return text;
	}

	private @Nullable ObjectNode markup(Parameters parameters) {
		ObjectNode markup = parameters.object("reply_markup");
		if (markup != null && !InlineKeyboard.hasValidData(markup)) {
			throw new Refusal(400, "reply_markup: callback_data must be 1 to 64 bytes");
		}
		return markup;
	}

	private long messageId(Parameters parameters) {
		Long messageId = parameters.integer("message_id");
		if (messageId == null) {
			throw new Refusal(400, "message_id: cannot be blank");
		}
		return messageId;
	}

	private Refusal messageNotFound() {
		return new Refusal(400, "Bad Request: message not found");
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

}
