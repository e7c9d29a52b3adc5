package io.github.balethon.emulator.control;

import java.time.Duration;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Chats;
import io.github.balethon.emulator.world.Conversation;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.User;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields that actions of users have in common: who acts, where, and how long the
 * response may wait for the bot.
 */
final class SenderFields {

	private static final long DEFAULT_USER = 1001;

	private static final String DEFAULT_NAME = "Sara";

	private static final int LONGEST_NAME = 64;

	private static final int LONGEST_WAIT_SECONDS = 30;

	private final Chats chats;

	SenderFields(Chats chats) {
		this.chats = chats;
	}

	/**
	 * Returns the user of a request, who is added if necessary.
	 * @param parameters from, name
	 * @return the user
	 */
	User user(Parameters parameters) {
		return this.chats.user(parameters.integer("from", DEFAULT_USER), name(parameters, DEFAULT_NAME));
	}

	/**
	 * Returns the user of a request.
	 * @param parameters from
	 * @return the user
	 * @throws ControlProblem if there is no such user
	 */
	User knownUser(Parameters parameters) {
		long from = parameters.integer("from", DEFAULT_USER);
		User user = this.chats.findUser(from);
		if (user == null) {
			throw new ControlProblem(404,
					"There is no user " + from + ". POST a message from this user to /emulator/messages first.");
		}
		return user;
	}

	String name(Parameters parameters, String absent) {
		String name = parameters.text("name", absent);
		if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
			throw new BadParameter("name", "no longer than " + LONGEST_NAME + " characters");
		}
		return name;
	}

	/**
	 * Returns the group of a request.
	 * @param parameters chat
	 * @return the group, or {@code null} for the private chat
	 * @throws ControlProblem if there is no such group
	 */
	@Nullable GroupChat group(Parameters parameters) {
		Long id = parameters.integer("chat");
		if (id == null) {
			return null;
		}
		GroupChat group = this.chats.group(id);
		if (group == null) {
			throw new ControlProblem(404, "There is no group " + id + ". Omit 'chat' for the private chat.");
		}
		return group;
	}

	/**
	 * Returns the chat for sending a message.
	 * @param user the sender
	 * @param group the group, or {@code null} for the private chat
	 * @param kind the kind of message
	 * @return the chat
	 */
	Chat chat(User user, @Nullable GroupChat group, String kind) {
		return (group != null) ? group.chatFor(user, kind) : this.chats.privateChat(user);
	}

	/**
	 * Returns the chat for another action.
	 * @param user the user
	 * @param group the group, or {@code null} for the private chat
	 * @return the chat
	 */
	Chat chat(User user, @Nullable GroupChat group) {
		return (group != null) ? group.chatOf(user) : this.chats.privateChat(user);
	}

	/**
	 * Returns a chat of any kind.
	 * @param id the identifier
	 * @return the chat
	 * @throws ControlProblem if there is no such chat
	 */
	Chat anyChat(long id) {
		Chat chat = this.chats.chat(id);
		if (chat == null) {
			throw new ControlProblem(404, "There is no chat " + id + ". GET /emulator/chats lists them.");
		}
		return chat;
	}

	/**
	 * Returns how long to wait for the bot.
	 * @param parameters wait, in seconds
	 * @return the duration, or {@code null} to respond at once
	 */
	@Nullable Duration wait(Parameters parameters) {
		Long wait = parameters.integer("wait");
		if (wait == null) {
			return null;
		}
		if (wait < 0 || wait > LONGEST_WAIT_SECONDS) {
			throw new ControlProblem(400,
					"The field 'wait' must be a number of seconds between 0 and " + LONGEST_WAIT_SECONDS + ".");
		}
		return Duration.ofSeconds(wait);
	}

	static ObjectNode update(long id) {
		ObjectNode json = Json.object();
		return (id != Conversation.NO_UPDATE) ? json.put("update_id", id) : json.putNull("update_id");
	}

	static ObjectNode update(Conversation.Written written) {
		return update(written.updateId()).put("message_id", written.messageId());
	}

}
