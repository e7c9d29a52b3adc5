package io.github.balethon.emulator.world;

import tools.jackson.databind.node.ObjectNode;

/**
 * Renders what users send as fields of Bale's message object.
 *
 * @since 0.1.0
 */
public interface MessageRenderer {

	ObjectNode render(MessageDraft draft);

}
