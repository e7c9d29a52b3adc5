package io.github.balethon.emulator.world;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The users, groups and channels. Assigned identifiers are beyond 32 bits, as they may be
 * in Bale, so that a bot that stores them in an int fails in tests.
 *
 * @since 0.1.0
 */
public final class Chats {

	private static final long FIRST_USER_ID = 5_000_000_001L;

	private static final long LARGEST_ID = (1L << 52) - 1;

	private static final long FIRST_GROUP_ID = 7_000_000_001L;

	private final WorldListener listener;

	private final long botId;

	private final Map<Long, Chat> chats = new LinkedHashMap<>();

	private final Map<Long, User> users = new LinkedHashMap<>();

	private final Map<Long, GroupChat> groups = new LinkedHashMap<>();

	/** The users who are hidden in forwarded messages. */
	private final Set<Long> hidden = new LinkedHashSet<>();

	private long nextUserId = FIRST_USER_ID;

	private long nextGroupId = FIRST_GROUP_ID;

	Chats(WorldListener listener, long botId) {
		this.listener = listener;
		this.botId = botId;
	}

	public synchronized User newUser(String name) {
		while (isTaken(this.nextUserId)) {
			this.nextUserId++;
		}
		User user = user(this.nextUserId, name);
		this.nextUserId++;
		return user;
	}

	public synchronized User user(long id, String name) {
		User known = this.users.get(id);
		if (known != null) {
			return known;
		}
		if (id <= 0) {
			throw new IllegalArgumentException("A user ID must be positive, but is " + id + ".");
		}
		if (id > LARGEST_ID) {
			throw new IllegalArgumentException("A user ID has at most 52 bits in Bale, but " + id + " has more.");
		}
		if (id == this.botId) {
			throw new IllegalArgumentException("The ID " + id + " belongs to the bot, not to a user.");
		}
		if (this.groups.containsKey(id)) {
			throw new IllegalArgumentException("The ID " + id + " belongs to a group, not to a user.");
		}
		requireName(name);
		Chat chat = new Chat(id, ChatKind.PRIVATE, name, null, this.listener);
		User user = new User(id, name);
		this.chats.put(id, chat);
		this.users.put(id, user);
		this.listener.on(new WorldEvent.UserAdded(user));
		return user;
	}

	public synchronized GroupChat newGroup(String title, List<User> members) {
		return newGroup(ChatKind.GROUP, title, null, members);
	}

	public synchronized GroupChat newChannel(String title, String username) {
		if (username.isBlank() || username.startsWith("@") || withUsername(username) != null) {
			throw new IllegalArgumentException(
					"The username of a channel must be unique, not blank and without a leading @.");
		}
		GroupChat channel = newGroup(ChatKind.CHANNEL, title, username, List.of());
		channel.promoteBot();
		return channel;
	}

	/**
	 * Returns the channel with a username.
	 * @param username the username without a leading @, case-insensitive
	 * @return the chat, or {@code null}
	 */
	public synchronized @Nullable Chat withUsername(String username) {
		return this.chats.values()
			.stream()
			.filter((chat) -> username.equalsIgnoreCase(chat.username()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns the group of an invite link.
	 * @param link the link, with or without a scheme
	 * @return the group, or {@code null} if the link is unknown or revoked
	 */
	public synchronized @Nullable GroupChat behind(String link) {
		String bare = link.replaceFirst("^https?://", "");
		return this.groups.values()
			.stream()
			.filter((group) -> group.membership().isValid(bare))
			.findFirst()
			.orElse(null);
	}

	public synchronized List<GroupChat> groups() {
		return List.copyOf(this.groups.values());
	}

	public synchronized @Nullable GroupChat group(long id) {
		return this.groups.get(id);
	}

	public synchronized @Nullable User findUser(long id) {
		return this.users.get(id);
	}

	public synchronized List<User> users() {
		return List.copyOf(this.users.values());
	}

	public synchronized Chat privateChat(User user) {
		return Objects.requireNonNull(this.chats.get(user.id()));
	}

	/**
	 * Hides or shows a user in forwarded messages.
	 * @param user the user
	 * @param hidden whether to hide the user
	 */
	public synchronized void hideInForwards(User user, boolean hidden) {
		if (hidden) {
			this.hidden.add(user.id());
		}
		else {
			this.hidden.remove(user.id());
		}
	}

	/**
	 * Whether the sender of a message is hidden when it is forwarded.
	 * @param message the message
	 * @return whether the bot receives no sender
	 */
	public synchronized boolean hidesSender(Message message) {
		return !message.fromBot() && this.hidden.contains(message.senderId());
	}

	synchronized List<Long> hiddenUsers() {
		return List.copyOf(this.hidden);
	}

	/**
	 * Whether a user has a right in a chat.
	 * @param user the user
	 * @param chat the chat
	 * @param right name of a right of administrators or a permission of members
	 * @return {@code true} in a private chat
	 */
	synchronized boolean mayInGroup(User user, Chat chat, String right) {
		GroupChat group = this.groups.get(chat.id());
		return group == null || group.membership().hasRight(user, right, chat.kind() == ChatKind.CHANNEL);
	}

	public synchronized @Nullable Chat chat(long id) {
		return this.chats.get(id);
	}

	public synchronized List<Chat> all() {
		return List.copyOf(this.chats.values());
	}

	synchronized List<Chat.State> privateChats() {
		return this.users.values().stream().map((user) -> privateChat(user).state()).toList();
	}

	synchronized List<GroupChat.State> groupStates() {
		return this.groups.values().stream().map(GroupChat::state).toList();
	}

	synchronized Numbers numbers() {
		return new Numbers(this.nextUserId, this.nextGroupId);
	}

	/**
	 * Replaces all users and chats.
	 * @param users the users
	 * @param hiddenUsers the users who are hidden in forwarded messages
	 * @param privateChats the chats of the users with the bot
	 * @param groupStates the groups and channels
	 * @param numbers the next identifiers
	 */
	synchronized void restore(List<User> users, List<Long> hiddenUsers, List<Chat.State> privateChats,
			List<GroupChat.State> groupStates, Numbers numbers) {
		this.chats.clear();
		this.users.clear();
		this.groups.clear();
		this.hidden.clear();
		users.forEach((user) -> this.users.put(user.id(), user));
		this.hidden.addAll(hiddenUsers);
		privateChats.forEach((chat) -> this.chats.put(chat.id(), new Chat(chat, this.listener)));
		for (GroupChat.State group : groupStates) {
			Chat chat = new Chat(group.chat(), this.listener);
			this.chats.put(chat.id(), chat);
			this.groups.put(chat.id(), new GroupChat(chat, group.members()));
		}
		this.nextUserId = numbers.nextUserId();
		this.nextGroupId = numbers.nextGroupId();
	}

	private GroupChat newGroup(ChatKind kind, String title, @Nullable String username, List<User> members) {
		requireName(title);
		while (isTaken(this.nextGroupId)) {
			this.nextGroupId++;
		}
		Chat chat = new Chat(this.nextGroupId++, kind, title, username, this.listener);
		GroupChat group = new GroupChat(chat, members);
		this.chats.put(chat.id(), chat);
		this.groups.put(chat.id(), group);
		return group;
	}

	private boolean isTaken(long id) {
		return id == this.botId || this.chats.containsKey(id);
	}

	private void requireName(String name) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("The name of a user or a group must not be blank.");
		}
	}

	/**
	 * The next identifiers.
	 *
	 * @param nextUserId the next user identifier
	 * @param nextGroupId the next group identifier
	 */
	record Numbers(long nextUserId, long nextGroupId) {
	}

}
