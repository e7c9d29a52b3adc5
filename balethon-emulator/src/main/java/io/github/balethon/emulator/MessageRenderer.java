package io.github.balethon.emulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * Renders what users send as fields of Bale's message object.
 */
interface MessageRenderer {

	ObjectNode render(MessageDraft draft);

}
