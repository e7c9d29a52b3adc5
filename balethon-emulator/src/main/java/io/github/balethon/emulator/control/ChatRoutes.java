package io.github.balethon.emulator.control;

import java.util.List;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.control.ControlRoutes.RouteGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Chats;
import io.github.balethon.emulator.world.Conversation;
import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.User;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Control API for chats: their history, pinned and deleted messages, and blocking.
 *
 * @since 0.1.0
 */
public final class ChatRoutes implements RouteGroup {

	private final Chats chats;

	private final Conversation conversation;

	private final SenderFields senders;

	public ChatRoutes(Chats chats, Conversation conversation) {
		this.chats = chats;
		this.conversation = conversation;
		this.senders = new SenderFields(chats);
	}

	@Override
	public void addTo(ControlRoutes routes) {
		routes.get("chats", (parameters) -> chats());
		routes.get("chats/ID", (parameters) -> details(chat(parameters)));
		routes.get("chats/ID/messages", this::history, "before", "limit");
		routes.post("pins", this::pin, "from", "chat", "message_id", "pinned");
		routes.post("deletions", this::delete, "from", "chat", "message_id");
		routes.post("blocks", this::block, "from", "blocked");
		routes.post("privacy", this::hide, "from", "hidden");
	}

	private JsonNode chats() {
		ArrayNode json = Json.array();
		this.chats.all().forEach((chat) -> json.add(ControlJson.chat(chat)));
		return json;
	}

	private JsonNode details(Chat chat) {
		ObjectNode json = ControlJson.chat(chat).put("blocked", chat.isBlocked());
		return json.set("pinned", ControlJson.messages(chat.pinned()));
	}

	/**
	 * Returns messages of a chat.
	 * @param parameters before, limit
	 * @return the newest messages before a message, oldest first; all if not limited
	 */
	private JsonNode history(Parameters parameters) {
		Chat chat = chat(parameters);
		long before = parameters.integer("before", Long.MAX_VALUE);
		long limit = parameters.integer("limit", Integer.MAX_VALUE);
		if (limit < 1) {
			throw new BadParameter("limit", "a positive number");
		}
		List<Message> messages = chat.messagesBefore(before, (int) Math.min(limit, Integer.MAX_VALUE));
		return ControlJson.messages(messages);
	}

	/**
	 * Pins or unpins a message.
	 * @param parameters from, chat, message_id; pinned, {@code true} if not set
	 * @return the identifier of the update with the service message, if there is one
	 */
	private JsonNode pin(Parameters parameters) {
		User user = this.senders.knownUser(parameters);
		Chat chat = this.senders.chat(user, this.senders.group(parameters));
		return SenderFields.update(this.conversation.pin(user, chat, parameters.requiredInteger("message_id"),
				!Boolean.FALSE.equals(parameters.flag("pinned"))));
	}

	/**
	 * Deletes a message for everyone.
	 * @param parameters from, chat, message_id
	 * @return the identifier of the message
	 */
	private JsonNode delete(Parameters parameters) {
		User user = this.senders.knownUser(parameters);
		Chat chat = this.senders.chat(user, this.senders.group(parameters));
		long messageId = parameters.requiredInteger("message_id");
		this.conversation.delete(user, chat, messageId);
		return Json.object().put("message_id", messageId);
	}

	/**
	 * Blocks or unblocks the bot.
	 * @param parameters from; blocked, {@code true} if not set
	 * @return whether the user blocks the bot
	 */
	private JsonNode block(Parameters parameters) {
		boolean blocked = !Boolean.FALSE.equals(parameters.flag("blocked"));
		this.chats.privateChat(this.senders.knownUser(parameters)).block(blocked);
		return Json.object().put("blocked", blocked);
	}

	/**
	 * Hides or shows the user in forwarded messages.
	 * @param parameters from; hidden, {@code true} if not set
	 * @return whether the user is hidden
	 */
	private JsonNode hide(Parameters parameters) {
		boolean hidden = !Boolean.FALSE.equals(parameters.flag("hidden"));
		this.chats.hideInForwards(this.senders.knownUser(parameters), hidden);
		return Json.object().put("hidden", hidden);
	}

	private Chat chat(Parameters parameters) {
		return this.senders.anyChat(parameters.requiredInteger("id"));
	}

}
