package io.github.balethon.emulator.botapi;

import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Chats;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.Members.Member;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.User;
import org.jspecify.annotations.Nullable;

/**
 * Finds the chats and people that a bot names, and sees to its rights there. A user name
 * with a leading @ names a channel.
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
	 * A chat in which the bot is.
	 * @param parameters the parameters
	 * @param name name of the one that names the chat
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
	 * A group or a channel in which the bot is.
	 * @param parameters the parameters with its chat_id
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
	 * A group or a channel in which the bot may do something.
	 * @param parameters the parameters with its chat_id
	 * @param right the right of an administrator
	 * @return the group
	 */
	GroupChat group(Parameters parameters, String right) {
		GroupChat group = group(parameters);
		requireRight(group.chat(), right);
		return group;
	}

	/**
	 * Sees to a right. In a private chat the bot has all.
	 * @param chat the chat
	 * @param right the right of an administrator
	 */
	void requireRight(Chat chat, String right) {
		if (!hasRight(chat, right)) {
			throw Refusal.missingRight(this.quirks, "the bot is no administrator with the right " + right);
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

	boolean isAdministrator(GroupChat group) {
		Member bot = group.membership().bot();
		return bot != null && bot.isAdministrator();
	}

	/**
	 * Somebody whom the bot names.
	 * @param parameters the parameters with a user_id
	 * @return the person
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
			throw new BadParameter(name, "the id of a chat");
		}
		return this.chats.chat(id);
	}

}
