package io.github.balethon.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Everybody whom the bot can reach. Ids that are not chosen by the test are beyond 32
 * bits, as they may be at Bale, so that a bot that keeps them in an int is found out.
 */
final class Chats {

	private static final long FIRST_PERSON_ID = 5_000_000_001L;

	private static final long LARGEST_ID = (1L << 52) - 1;

	private static final long FIRST_GROUP_ID = 7_000_000_001L;

	private final Conversation conversation;

	private final WorldListener listener;

	private final long botId;

	private final Map<Long, Chat> chats = new LinkedHashMap<>();

	private final Map<Long, Person> people = new LinkedHashMap<>();

	private final Map<Long, Group> groups = new LinkedHashMap<>();

	private long nextPersonId = FIRST_PERSON_ID;

	private long nextGroupId = FIRST_GROUP_ID;

	Chats(Conversation conversation, WorldListener listener, long botId) {
		this.conversation = conversation;
		this.listener = listener;
		this.botId = botId;
	}

	synchronized Person newPerson(String name) {
		while (isTaken(this.nextPersonId)) {
			this.nextPersonId++;
		}
		return person(this.nextPersonId, name);
	}

	synchronized Person person(long id, String name) {
		Person known = this.people.get(id);
		if (known != null) {
			return known;
		}
		if (id <= 0) {
			throw new IllegalArgumentException("The id of a person is a positive number, not " + id + ".");
		}
		if (id > LARGEST_ID) {
			throw new IllegalArgumentException(
					"The id of a person has at most 52 bits, as at Bale; " + id + " has more.");
		}
		if (id == this.botId) {
			throw new IllegalArgumentException("The id " + id + " belongs to the bot, not to a person.");
		}
		if (this.groups.containsKey(id)) {
			throw new IllegalArgumentException("The id " + id + " belongs to a group, not to a person.");
		}
		requireName(name);
		Chat chat = new Chat(id, Chat.Kind.PRIVATE, name, null, this.listener);
		Person person = new Person(id, name, chat, this.conversation, this);
		this.chats.put(id, chat);
		this.people.put(id, person);
		this.listener.on(new WorldEvent.UserAdded(id, name));
		return person;
	}

	synchronized Group newGroup(String title, List<Person> members) {
		return newGroup(Chat.Kind.GROUP, title, null, members);
	}

	synchronized Group newChannel(String title, String username) {
		if (username.isBlank() || username.startsWith("@") || withUsername(username) != null) {
			throw new IllegalArgumentException(
					"The user name of a channel must not be blank, has no leading @ and belongs to one channel only.");
		}
		Group channel = newGroup(Chat.Kind.CHANNEL, title, username, List.of());
		channel.promoteBot();
		return channel;
	}

	/**
	 * The channel with a user name.
	 * @param username the name without a leading @, in any case
	 * @return the chat, or null
	 */
	synchronized @Nullable Chat withUsername(String username) {
		return this.chats.values()
			.stream()
			.filter((chat) -> username.equalsIgnoreCase(chat.username()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The group to which a link leads.
	 * @param link the link, with or without a scheme
	 * @return the group, or null if the link is not good any more
	 */
	synchronized @Nullable Group behind(String link) {
		String bare = link.replaceFirst("^https?://", "");
		return this.groups.values()
			.stream()
			.filter((group) -> group.membership().isValid(bare))
			.findFirst()
			.orElse(null);
	}

	synchronized @Nullable Group group(long id) {
		return this.groups.get(id);
	}

	synchronized @Nullable Person knownPerson(long id) {
		return this.people.get(id);
	}

	synchronized List<Person> people() {
		return List.copyOf(this.people.values());
	}

	synchronized @Nullable Chat chat(long id) {
		return this.chats.get(id);
	}

	synchronized List<Chat> all() {
		return List.copyOf(this.chats.values());
	}

	private Group newGroup(Chat.Kind kind, String title, @Nullable String username, List<Person> members) {
		requireName(title);
		while (isTaken(this.nextGroupId)) {
			this.nextGroupId++;
		}
		Chat chat = new Chat(this.nextGroupId, kind, title, username, this.listener);
		Group group = new Group(chat, members);
		this.chats.put(chat.id(), chat);
		this.groups.put(chat.id(), group);
		return group;
	}

	private boolean isTaken(long id) {
		return id == this.botId || this.chats.containsKey(id);
	}

	private void requireName(String name) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("The name of a person or a group must not be blank.");
		}
	}

}
