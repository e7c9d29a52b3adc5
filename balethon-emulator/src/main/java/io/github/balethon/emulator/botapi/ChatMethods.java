package io.github.balethon.emulator.botapi;

import java.util.function.Consumer;

import io.github.balethon.emulator.botapi.BotMethods.MethodGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.ChatKind;
import io.github.balethon.emulator.world.FileKind;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.MessageContent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Methods for chats. Most of them require the bot to be an administrator with a right.
 */
final class ChatMethods implements MethodGroup {

	private static final int LONGEST = 255;

	private static final String CHANGE_INFO = "can_change_info";

	private static final String PIN = "can_pin_messages";

	private static final String INVITE = "can_invite_users";

	private final ChatParameter chats;

	private final WireJson wire;

	private final BotAccount account;

	private final FileParameter files;

	private final MediaJson media;

	ChatMethods(ChatParameter chats, WireJson wire, BotAccount account, FileParameter files, MediaJson media) {
		this.chats = chats;
		this.wire = wire;
		this.account = account;
		this.files = files;
		this.media = media;
	}

	@Override
	public void addTo(BotMethods methods) {
		methods.add("getChat", this::getChat, "chat_id");
		methods.add("leaveChat", this::leaveChat, "chat_id");
		methods.add("setChatPhoto", this::setChatPhoto, "chat_id", "photo");
		methods.add("deleteChatPhoto", this::deleteChatPhoto, "chat_id");
		methods.add("setChatTitle", this::setChatTitle, "chat_id", "title");
		methods.add("setChatDescription", this::setChatDescription, "chat_id", "description");
		methods.add("pinChatMessage", this::pin, "chat_id", "message_id");
		methods.add("unPinChatMessage", this::unpin, "chat_id", "message_id");
		methods.add("unpinAllChatMessages", this::unpinAll, "chat_id");
		methods.add("createChatInviteLink", this::createLink, "chat_id");
		methods.add("revokeChatInviteLink", this::revokeLink, "chat_id", "invite_link");
		methods.add("exportChatInviteLink", this::exportLink, "chat_id");
	}

	private JsonNode getChat(Parameters parameters) {
		Chat chat = this.chats.required(parameters);
		ObjectNode json = this.wire.chat(chat);
		if (chat.kind() == ChatKind.PRIVATE) {
			json.put("bio", "");
		}
		else {
			json.put("description", chat.description());
			if (this.chats.hasRight(chat, INVITE)) {
				json.put("invite_link", this.chats.group(parameters).membership().primaryLink(chat.id()));
			}
		}
		// Bale sends these fields of Telegram with the value zero.
		json.put("accent_color_id", 0).put("max_reaction_count", 0);
		json.putObject("accepted_gift_types")
			.put("unlimited_gifts", false)
			.put("limited_gifts", false)
			.put("unique_gifts", false)
			.put("premium_subscription", false);
		return json;
	}

	private JsonNode leaveChat(Parameters parameters) {
		this.chats.group(parameters).removeBot();
		return BooleanNode.TRUE;
	}

	private JsonNode setChatPhoto(Parameters parameters) {
		GroupChat group = this.chats.group(parameters, CHANGE_INFO);
		group.chat().photo(this.media.chatPhoto(this.files.uploaded(parameters, "photo", FileKind.PHOTO)));
		return BooleanNode.TRUE;
	}

	private JsonNode deleteChatPhoto(Parameters parameters) {
		return change(parameters, (chat) -> chat.photo(null));
	}

	private JsonNode setChatTitle(Parameters parameters) {
		String title = parameters.requiredText("title", LONGEST);
		return change(parameters, (chat) -> chat.rename(title));
	}

	private JsonNode setChatDescription(Parameters parameters) {
		String description = parameters.optionalText("description", LONGEST);
		return change(parameters, (chat) -> chat.describe(description));
	}

	private JsonNode change(Parameters parameters, Consumer<Chat> change) {
		change.accept(this.chats.group(parameters, CHANGE_INFO).chat());
		return BooleanNode.TRUE;
	}

	private JsonNode pin(Parameters parameters) {
		if (!pinnable(parameters).pin(parameters.neededInteger("message_id"))) {
			throw Refusal.messageNotFound();
		}
		return BooleanNode.TRUE;
	}

	private JsonNode unpin(Parameters parameters) {
		if (!pinnable(parameters).unpin(parameters.neededInteger("message_id"))) {
			throw Refusal.messageNotFound();
		}
		return BooleanNode.TRUE;
	}

	private JsonNode unpinAll(Parameters parameters) {
		pinnable(parameters).unpinAll();
		return BooleanNode.TRUE;
	}

	private Chat pinnable(Parameters parameters) {
		Chat chat = this.chats.required(parameters);
		this.chats.requireRight(chat, PIN);
		return chat;
	}

	private JsonNode createLink(Parameters parameters) {
		GroupChat group = this.chats.group(parameters, INVITE);
		return link(group.membership().newLink(group.id()));
	}

	private JsonNode revokeLink(Parameters parameters) {
		GroupChat group = this.chats.group(parameters, INVITE);
		String link = parameters.requiredText("invite_link", MessageContent.LONGEST_TEXT)
			.replaceFirst("^https?://", "");
		if (!group.membership().revoke(link)) {
			throw Refusal.invalid("invite_link");
		}
		return link(group.membership().newLink(group.id()));
	}

	private JsonNode exportLink(Parameters parameters) {
		GroupChat group = this.chats.group(parameters, INVITE);
		return StringNode.valueOf(group.membership().newPrimaryLink(group.id()));
	}

	private JsonNode link(String link) {
		ObjectNode json = Json.object().put("invite_link", link);
		json.set("creator", this.account.toJson());
		return json.put("creates_join_request", false).put("is_primary", false).put("is_revoked", false);
	}

}
