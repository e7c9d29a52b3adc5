package io.github.balethon.emulator.control;

import java.util.ArrayList;
import java.util.List;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.control.ControlRoutes.RouteGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.Chats;
import io.github.balethon.emulator.world.Conversation;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.User;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Control API for groups and channels.
 *
 * @since 0.1.0
 */
public final class GroupRoutes implements RouteGroup {

	private static final int LONGEST_TITLE = 255;

	private final Chats chats;

	private final Conversation conversation;

	private final SenderFields senders;

	public GroupRoutes(Chats chats, Conversation conversation) {
		this.chats = chats;
		this.conversation = conversation;
		this.senders = new SenderFields(chats);
	}

	@Override
	public void addTo(ControlRoutes routes) {
		routes.post("groups", this::create, "title", "username", "members");
		routes.get("groups", (parameters) -> groups());
		routes.post("joins", this::joinByLink, "from", "name", "link");
		routes.get("groups/ID", (parameters) -> ControlJson.group(group(parameters)));
		routes.post("groups/ID", this::change, "action", "person", "rights");
	}

	/**
	 * Creates a group, or a channel if a username is set.
	 * @param parameters title, username, members (identifiers)
	 * @return the group
	 */
	private JsonNode create(Parameters parameters) {
		String title = parameters.text("title", "");
		if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
			throw new BadParameter("title", "no longer than " + LONGEST_TITLE + " characters");
		}
		String username = parameters.text("username");
		List<User> members = new ArrayList<>();
		ArrayNode ids = parameters.array("members");
		if (ids != null) {
			ids.forEach((id) -> members.add(user(id.longValue(0))));
		}
		if (username == null) {
			return ControlJson.group(this.chats.newGroup(title, members));
		}
		GroupChat channel = this.chats.newChannel(title, username);
		members.forEach(channel.membership()::add);
		return ControlJson.group(channel);
	}

	/**
	 * Changes the members of a group; without a person the bot.
	 * @param parameters action (join, leave, add, remove, promote, demote, owner,
	 * add_bot, remove_bot), person, rights
	 * @return the group after the change
	 */
	private JsonNode change(Parameters parameters) {
		GroupChat group = group(parameters);
		Long id = parameters.integer("person");
		User user = (id != null) ? user(id) : null;
		switch (parameters.text("action", "")) {
			case "join" -> this.conversation.join(required(user), group);
			case "leave" -> this.conversation.leave(required(user), group);
			case "add" -> {
				if (user != null) {
					group.membership().add(user);
				}
				else {
					group.demoteBot();
				}
			}
			case "remove" -> {
				if (user != null) {
					group.membership().remove(user);
				}
				else {
					group.removeBot();
				}
			}
			case "owner" -> group.owner(required(user));
			case "add_bot" -> this.conversation.addBot(required(user), group);
			case "remove_bot" -> this.conversation.removeBot(required(user), group);
			case "promote" -> promote(group, user, rights(parameters));
			case "demote" -> {
				if (user != null) {
					group.demote(user);
				}
				else {
					group.demoteBot();
				}
			}
			default -> throw new BadParameter("action",
					"join, leave, add, remove, promote, demote, owner, add_bot or remove_bot");
		}
		return ControlJson.group(group);
	}

	private JsonNode groups() {
		ArrayNode json = Json.array();
		this.chats.groups().forEach((group) -> json.add(ControlJson.group(group)));
		return json;
	}

	/**
	 * Joins a group by an invite link, as a user who is added if necessary.
	 * @param parameters from, name, link
	 * @return the group, and the identifier of the update
	 */
	private JsonNode joinByLink(Parameters parameters) {
		String link = parameters.text("link", "");
		GroupChat group = this.chats.behind(link);
		if (group == null) {
			throw new ControlProblem(404, "The invite link '" + link + "' is unknown or was revoked. "
					+ "GET /emulator/groups/ID returns a valid one.");
		}
		long updateId = this.conversation.join(this.senders.user(parameters), group);
		return SenderFields.update(updateId).set("group", ControlJson.group(group));
	}

	private void promote(GroupChat group, @Nullable User user, String[] rights) {
		if (user != null) {
			group.promote(user, rights);
		}
		else {
			group.promoteBot(rights);
		}
	}

	private String[] rights(Parameters parameters) {
		ArrayNode rights = parameters.array("rights");
		List<String> names = new ArrayList<>();
		if (rights != null) {
			rights.forEach((right) -> names.add(right.asString()));
		}
		return names.toArray(String[]::new);
	}

	private GroupChat group(Parameters parameters) {
		long id = parameters.requiredInteger("id");
		GroupChat group = this.chats.group(id);
		if (group == null) {
			throw new ControlProblem(404, "There is no group " + id + ". POST a title to /emulator/groups first.");
		}
		return group;
	}

	private User required(@Nullable User user) {
		if (user == null) {
			throw new BadParameter("person", "the ID of a user");
		}
		return user;
	}

	private User user(long id) {
		User user = this.chats.findUser(id);
		if (user == null) {
			throw new ControlProblem(404, "There is no user " + id + ". POST a name to /emulator/people first.");
		}
		return user;
	}

}
