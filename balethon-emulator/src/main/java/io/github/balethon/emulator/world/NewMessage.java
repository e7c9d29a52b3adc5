package io.github.balethon.emulator.world;

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
 * @since 0.1.0
 */
public record NewMessage(boolean fromBot, long senderId, String senderName, ObjectNode content, @Nullable Long replyTo,
		@Nullable JsonNode replyMarkup) {
}
