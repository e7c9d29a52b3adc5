package io.github.balethon.emulator;

import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * What the bot shows without a message.
 */
final class InteractionMethods {

	private static final int LONGEST_NOTICE = 200;

	private static final Set<String> ACTIONS = Set.of("typing", "upload_photo", "record_video", "upload_video",
			"record_voice", "upload_voice", "choose_sticker");

	private final ChatParameter chats;

	InteractionMethods(ChatParameter chats) {
		this.chats = chats;
	}

	/**
	 * Ends the waiting of a pressed button. Any id is taken, as a test may have put the
	 * press into the queue itself.
	 * @param parameters callback_query_id, text, show_alert
	 * @return true
	 */
	JsonNode answerCallbackQuery(Parameters parameters) {
		if (parameters.text("callback_query_id", "").isBlank()) {
			throw new Refusal(400, "callback_query_id: cannot be blank");
		}
		String notice = parameters.text("text", "");
		if (notice.codePointCount(0, notice.length()) > LONGEST_NOTICE) {
			throw new Refusal(400, "text: the length must be no more than " + LONGEST_NOTICE);
		}
		parameters.flag("show_alert");
		return BooleanNode.TRUE;
	}

	/**
	 * Shows that the bot is busy. This is the one method that wants {@code chat_id} as a
	 * string in a JSON body.
	 * @param parameters chat_id, action
	 * @return true
	 */
	JsonNode sendChatAction(Parameters parameters) {
		if (parameters.isNumber("chat_id")) {
			throw new Refusal(400, "chat_id: must be a string");
		}
		this.chats.required(parameters);
		if (!ACTIONS.contains(parameters.text("action", ""))) {
			throw new Refusal(400, "action: must be a valid value");
		}
		return BooleanNode.TRUE;
	}

}
