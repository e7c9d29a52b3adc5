package io.github.balethon.emulator;

import java.util.ArrayList;
import java.util.List;

import io.github.balethon.emulator.ControlRoutes.RouteGroup;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Groups and channels from outside the JVM.
 */
final class ControlGroups implements RouteGroup {

	private static final int LONGEST_TITLE = 255;

	private final Chats chats;

	ControlGroups(Chats chats) {
		this.chats = chats;
	}

	@Override
	public void addTo(ControlRoutes routes) {
		routes.post("groups", this::found, "title", "username", "members");
		routes.get("groups/ID", (parameters) -> ControlJson.group(group(parameters)));
		routes.post("groups/ID", this::change, "id", "action", "person", "rights");
	}

	/**
	 * Makes a group, or a channel if it has a user name.
	 * @param parameters title, username, members (ids)
	 * @return the group
	 */
	private JsonNode found(Parameters parameters) {
		String title = parameters.text("title", "");
		if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
			throw new BadParameter("title", "no longer than " + LONGEST_TITLE + " characters");
		}
		String username = parameters.text("username");
		List<Person> members = new ArrayList<>();
		ArrayNode ids = parameters.array("members");
		if (ids != null) {
			ids.forEach((id) -> members.add(person(id.longValue(0))));
		}
		if (username == null) {
			return ControlJson.group(this.chats.newGroup(title, members));
		}
		Group channel = this.chats.newChannel(title, username);
		members.forEach(channel::add);
		return ControlJson.group(channel);
	}

	/**
	 * Lets something happen in a group. Without a person it is about the bot.
	 * @param parameters action (join, leave, add, remove, promote, demote), person,
	 * rights
	 * @return the group as it is then
	 */
	private JsonNode change(Parameters parameters) {
		Group group = group(parameters);
		Long id = parameters.integer("person");
		Person person = (id != null) ? person(id) : null;
		switch (parameters.text("action", "")) {
			case "join" -> required(person).join(group);
			case "leave" -> required(person).leave(group);
			case "add" -> {
				if (person != null) {
					group.add(person);
				}
				else {
					group.demoteBot();
				}
			}
			case "remove" -> {
				if (person != null) {
					group.remove(person);
				}
				else {
					group.removeBot();
				}
			}
			case "promote" -> promote(group, person, rights(parameters));
			case "demote" -> {
				if (person != null) {
					group.demote(person);
				}
				else {
					group.demoteBot();
				}
			}
			default -> throw new BadParameter("action", "join, leave, add, remove, promote or demote");
		}
		return ControlJson.group(group);
	}

	private void promote(Group group, @Nullable Person person, String[] rights) {
		if (person != null) {
			group.promote(person, rights);
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

	private Group group(Parameters parameters) {
		long id = parameters.requiredInteger("id");
		Group group = this.chats.group(id);
		if (group == null) {
			throw new ControlProblem(404, "There is no group " + id + "; POST its title to /emulator/groups first.");
		}
		return group;
	}

	private Person required(@Nullable Person person) {
		if (person == null) {
			throw new BadParameter("person", "the id of a person");
		}
		return person;
	}

	private Person person(long id) {
		Person person = this.chats.knownPerson(id);
		if (person == null) {
			throw new ControlProblem(404, "Nobody has the id " + id + "; POST a name to /emulator/people first.");
		}
		return person;
	}

}
