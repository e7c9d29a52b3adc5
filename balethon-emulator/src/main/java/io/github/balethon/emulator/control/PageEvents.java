package io.github.balethon.emulator.control;

import io.github.balethon.emulator.botapi.CallLog.FinishedCall;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.WorldEvent;
import io.github.balethon.emulator.world.WorldListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the events of the emulated messenger to the open pages.
 *
 * @since 0.1.0
 */
public final class PageEvents implements WorldListener {

	private final EventFeed feed;

	public PageEvents(EventFeed feed) {
		this.feed = feed;
	}

	/**
	 * Sends a call of the bot.
	 * @param call the call
	 */
	public void called(FinishedCall call) {
		this.feed.tellLog("call", () -> CallJson.finished(call));
	}

	/**
	 * Shows which handler an update was passed to.
	 * @param updateId identifier of the update
	 * @param handler name of the handler
	 * @param milliseconds duration of the handler, or {@code null} if unknown
	 * @param error why it failed, or {@code null}
	 * @return the event
	 */
	public JsonNode handled(long updateId, String handler, @Nullable Long milliseconds, @Nullable String error) {
		ObjectNode json = Json.object().put("update_id", updateId).put("handler", handler);
		if (milliseconds != null) {
			json.put("milliseconds", milliseconds);
		}
		if (error != null) {
			json.put("error", error);
		}
		this.feed.tellLog("handled", () -> json);
		return json;
	}

	@Override
	public void on(WorldEvent event) {
		if (event instanceof WorldEvent.MessageChanged changed) {
			long chatId = changed.message().chatId();
			this.feed.tell(chatId, "message",
					() -> Json.object().put("chat_id", chatId).set("message", ControlJson.message(changed.message())));
		}
		else if (event instanceof WorldEvent.MessageDeleted deleted) {
			this.feed.tell(deleted.chatId(), "deletion",
					() -> Json.object().put("chat_id", deleted.chatId()).put("message_id", deleted.messageId()));
		}
		else if (event instanceof WorldEvent.ChatAction action) {
			this.feed.tell(action.chatId(), "action",
					() -> Json.object().put("chat_id", action.chatId()).put("action", action.action()));
		}
		else if (event instanceof WorldEvent.CallbackAnswered answered) {
			this.feed.tell(answered.press().chatId(), "callback_answer", () -> ControlJson.callbackAnswer(answered));
		}
		else if (event instanceof WorldEvent.PaymentChanged changed) {
			this.feed.tell(changed.payment().chatId(), "payment", () -> ControlJson.payment(changed.payment()));
		}
		else if (event instanceof WorldEvent.PinsChanged pins) {
			this.feed.tell(pins.chatId(), "pins", () -> ControlJson.pins(pins));
		}
		else if (event instanceof WorldEvent.ReviewAsked asked) {
			this.feed.tell(asked.user().id(), "review", () -> Json.object().put("chat_id", asked.user().id()));
		}
		else if (event instanceof WorldEvent.CommandsChanged changed) {
			this.feed.tellAll("commands", Json.object().set("commands", changed.commands()));
		}
		else if (event instanceof WorldEvent.UpdateAdded added) {
			this.feed.tellLog("update", () -> ControlJson.update(added));
		}
		else if (event instanceof WorldEvent.Reset) {
			this.feed.tellAll("reset", Json.object());
		}
		else if (event instanceof WorldEvent.UserAdded added) {
			this.feed.tellAll("person", ControlJson.user(added.user()));
		}
	}

}
