package io.github.balethon.emulator.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
		return user(this.nextUserId, name);
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

	public synchronized @Nullable Chat chat(long id) {
		return this.chats.get(id);
	}

	public synchronized List<Chat> all() {
		return List.copyOf(this.chats.values());
	}

	private GroupChat newGroup(ChatKind kind, String title, @Nullable String username, List<User> members) {
		requireName(title);
		while (isTaken(this.nextGroupId)) {
			this.nextGroupId++;
		}
		Chat chat = new Chat(this.nextGroupId, kind, title, username, this.listener);
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

}
