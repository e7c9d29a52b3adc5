package io.github.balethon.emulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message before its chat assigns an identifier.
 *
 * @param fromBot whether the bot is the sender
 * @param senderId user identifier of the sender
 * @param senderName first name of the sender
 * @param content the content in Bale's fields
 * @param replyTo identifier of the message that it replies to, or {@code null}
 * @param replyMarkup the keyboard, or {@code null}
 */
record NewMessage(boolean fromBot, long senderId, String senderName, ObjectNode content, @Nullable Long replyTo,
		@Nullable JsonNode replyMarkup) {
}
