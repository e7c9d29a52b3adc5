package io.github.balethon.emulator.botapi;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.ChatKind;
import io.github.balethon.emulator.world.InlineKeyboard;
import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.NewMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends messages of the bot.
 */
final class Posting {

	private final ChatParameter chats;

	private final BotAccount account;

	private final WireJson wire;

	private final Clock clock;

	Posting(ChatParameter chats, BotAccount account, WireJson wire, Clock clock) {
		this.chats = chats;
		this.account = account;
		this.wire = wire;
		this.clock = clock;
	}

	/**
	 * Returns the chat of a message to send.
	 * @param parameters the parameters with {@code chat_id}
	 * @return the chat
	 * @throws Refusal if there is no such chat, or if the bot may not send to it
	 */
	Chat target(Parameters parameters) {
		Chat chat = this.chats.required(parameters);
		requireNotBlocked(chat);
		if (chat.kind() == ChatKind.CHANNEL) {
			this.chats.requireRight(chat, "can_post_messages");
		}
		return chat;
	}

	static void requireNotBlocked(Chat chat) {
		if (chat.isBlocked()) {
			throw new Refusal(403, "Forbidden: bot was blocked by the user");
		}
	}

	/**
	 * Sends a message.
	 * @param parameters chat_id, reply_to_message_id, reply_markup
	 * @param content the content
	 * @return the message as JSON
	 */
	JsonNode post(Parameters parameters, ObjectNode content) {
		Chat chat = target(parameters);
		return this.wire.message(chat, post(chat, parameters, content, markup(parameters)));
	}

	Message post(Chat chat, Parameters parameters, ObjectNode content, @Nullable ObjectNode markup) {
		return chat.add(new NewMessage(true, this.account.id(), this.account.name(), content,
				parameters.integer("reply_to_message_id"), markup), now());
	}

	JsonNode wire(Chat chat, Message message) {
		return this.wire.message(chat, message);
	}

	@Nullable ObjectNode markup(Parameters parameters) {
		ObjectNode markup = parameters.object("reply_markup");
		if (markup != null) {
			KeyboardRules.check(markup);
		}
		return markup;
	}

	/**
	 * Returns the inline keyboard of an edited message.
	 * @param parameters the parameters with {@code reply_markup}
	 * @return the keyboard, or {@code null} if absent or empty
	 */
	@Nullable ObjectNode inlineMarkup(Parameters parameters) {
		ObjectNode markup = markup(parameters);
		if (markup != null && markup.values().stream().allMatch(JsonNode::isNull)) {
			return null;
		}
		if (markup != null && !InlineKeyboard.is(markup)) {
			throw new Refusal(400, "reply_markup: must be an inline keyboard");
		}
		return markup;
	}

	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

}
