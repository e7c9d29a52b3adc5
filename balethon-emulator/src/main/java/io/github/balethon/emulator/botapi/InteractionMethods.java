package io.github.balethon.emulator.botapi;

import java.util.Set;

import io.github.balethon.emulator.botapi.BotMethods.MethodGroup;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.MessageContent;
import io.github.balethon.emulator.world.Presses;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.WorldEvent;
import io.github.balethon.emulator.world.WorldListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/**
 * Methods that show something other than a message.
 */
final class InteractionMethods implements MethodGroup {

	private static final int LONGEST_NOTICE = 200;

	private static final Set<String> ACTIONS = Set.of("typing", "upload_photo", "record_video", "upload_video",
			"record_voice", "upload_voice", "choose_sticker");

	private final ChatParameter chats;

	private final Presses presses;

	private final WorldListener listener;

	private final Quirks quirks;

	InteractionMethods(ChatParameter chats, Presses presses, WorldListener listener, Quirks quirks) {
		this.chats = chats;
		this.presses = presses;
		this.listener = listener;
		this.quirks = quirks;
	}

	@Override
	public void addTo(BotMethods methods) {
		methods.add("answerCallbackQuery", this::answerCallbackQuery, "callback_query_id", "text", "show_alert");
		methods.add("sendChatAction", this::sendChatAction, "chat_id", "action");
		methods.add("askReview", this::askReview, "user_id", "delay_seconds");
	}

	/**
	 * Answers a callback query. Accepts any identifier, as a test may have enqueued the
	 * query itself.
	 * @param parameters callback_query_id, text, show_alert
	 * @return {@code true}
	 */
	private JsonNode answerCallbackQuery(Parameters parameters) {
		String id = parameters.requiredText("callback_query_id", MessageContent.LONGEST_TEXT);
		String notice = parameters.optionalText("text", LONGEST_NOTICE);
		boolean alert = Boolean.TRUE.equals(parameters.flag("show_alert"));
		Presses.Press press = this.presses.answer(id, notice, alert);
		if (press != null) {
			this.listener.on(new WorldEvent.CallbackAnswered(press, notice, alert));
		}
		return BooleanNode.TRUE;
	}

	/**
	 * Shows a chat action. The only method that requires {@code chat_id} as a string in a
	 * JSON body.
	 * @param parameters chat_id, action
	 * @return {@code true}
	 */
	private JsonNode sendChatAction(Parameters parameters) {
		if (parameters.isNumber("chat_id") && !this.quirks.has(BaleQuirk.NUMERIC_CHAT_ID_IN_CHAT_ACTION)) {
			throw new Refusal(400, "chat_id: must be a string")
				.because("sendChatAction requires chat_id as a string in JSON")
				.allowedBy(BaleQuirk.NUMERIC_CHAT_ID_IN_CHAT_ACTION, true);
		}
		Chat chat = this.chats.required(parameters);
		Posting.requireNotBlocked(chat);
		String action = parameters.text("action", "");
		if (!ACTIONS.contains(action)) {
			throw new Refusal(400, "action: must be a valid value");
		}
		this.listener.on(new WorldEvent.ChatAction(chat.id(), action));
		return BooleanNode.TRUE;
	}

	/**
	 * Asks a user to rate the bot. Bale may decide not to show the form; the emulator
	 * shows a notice on the chat page at once, without the delay.
	 * @param parameters user_id, delay_seconds
	 * @return {@code true}
	 */
	private JsonNode askReview(Parameters parameters) {
		User user = this.chats.user(parameters);
		if (parameters.neededInteger("delay_seconds") < 0) {
			throw Refusal.invalid("delay_seconds");
		}
		this.listener.on(new WorldEvent.ReviewAsked(user));
		return BooleanNode.TRUE;
	}

}
