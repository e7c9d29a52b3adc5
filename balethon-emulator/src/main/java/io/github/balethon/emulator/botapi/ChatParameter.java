package io.github.balethon.emulator.botapi;

import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Chats;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.Members.Member;
import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.User;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the chats and users of parameters, and checks the rights of the bot. A
 * username with a leading @ stands for a channel.
 */
final class ChatParameter {

	private static final String NAME = "chat_id";

	private final Chats chats;

	private final Quirks quirks;

	ChatParameter(Chats chats, Quirks quirks) {
		this.chats = chats;
		this.quirks = quirks;
	}

	Chat required(Parameters parameters) {
		return required(parameters, NAME);
	}

	/**
	 * Returns a chat that the bot can access.
	 * @param parameters the parameters
	 * @param name name of the parameter
	 * @return the chat
	 */
	Chat required(Parameters parameters, String name) {
		Chat chat = chat(parameters, name);
		GroupChat group = (chat != null) ? this.chats.group(chat.id()) : null;
		if (chat == null || (group != null && !group.hasBot())) {
			throw Refusal.unknownChat(this.quirks);
		}
		return chat;
	}

	/**
	 * Returns a group or channel of which the bot is a member.
	 * @param parameters the parameters with {@code chat_id}
	 * @return the group
	 */
	GroupChat group(Parameters parameters) {
		GroupChat group = this.chats.group(required(parameters).id());
		if (group == null) {
			throw new Refusal(400, "Bad Request: method is available for groups and channels only");
		}
		return group;
	}

	/**
	 * Returns a group or channel in which the bot has a right.
	 * @param parameters the parameters with {@code chat_id}
	 * @param right the right of an administrator
	 * @return the group
	 */
	GroupChat group(Parameters parameters, String right) {
		GroupChat group = group(parameters);
		requireRight(group.chat(), right);
		return group;
	}

	/**
	 * Checks a right of the bot. Private chats always pass this check.
	 * @param chat the chat
	 * @param right the right of an administrator
	 */
	void requireRight(Chat chat, String right) {
		if (!hasRight(chat, right)) {
			throw Refusal.missingRight(this.quirks, "the bot is not an administrator with the right " + right);
		}
	}

	boolean hasRight(Chat chat, String right) {
		GroupChat group = this.chats.group(chat.id());
		if (group == null) {
			return true;
		}
		Member bot = group.membership().bot();
		return bot != null && bot.may(right);
	}

	boolean hidesSender(Message message) {
		return this.chats.hidesSender(message);
	}

	boolean isAdministrator(GroupChat group) {
		Member bot = group.membership().bot();
		return bot != null && bot.isAdministrator();
	}

	/**
	 * Returns the user of a parameter.
	 * @param parameters the parameters with {@code user_id}
	 * @return the user
	 */
	User user(Parameters parameters) {
		User user = this.chats.findUser(parameters.neededInteger("user_id"));
		if (user == null) {
			throw Refusal.unknownChat(this.quirks);
		}
		return user;
	}

	private @Nullable Chat chat(Parameters parameters, String name) {
		String text = parameters.text(name);
		if (text != null && text.length() > 1 && text.startsWith("@")) {
			return this.chats.withUsername(text.substring(1));
		}
		Long id = parameters.integer(name);
		if (id == null) {
			throw new BadParameter(name, "the ID of a chat");
		}
		return this.chats.chat(id);
	}

}
