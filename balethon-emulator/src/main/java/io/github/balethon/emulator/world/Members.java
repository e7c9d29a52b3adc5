package io.github.balethon.emulator.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The members of a group or channel with their rights.
 *
 * @since 0.1.0
 */
public final class Members {

	/** Rights of administrators, in the order of Bale's objects. */
	public static final List<String> RIGHTS = List.of("can_delete_messages", "can_manage_video_chats",
			"can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
			"can_post_messages", "can_edit_messages", "can_pin_messages");

	/** Permissions of members who are not administrators. */
	public static final List<String> PERMISSIONS = List.of("can_send_messages", "can_send_audios", "can_send_documents",
			"can_send_photos", "can_send_videos", "can_change_info", "can_invite_users", "can_pin_messages");

	private static final Member PLAIN = new Member(Status.MEMBER, Set.of());

	private final Map<User, Member> users = new LinkedHashMap<>();

	private final Set<User> banned = new HashSet<>();

	private @Nullable Member bot = PLAIN;

	private Set<String> permissions = Set.copyOf(PERMISSIONS);

	private long links;

	private @Nullable String primaryLink;

	private final Set<String> validLinks = new LinkedHashSet<>();

	Members(Collection<User> users) {
		users.forEach((user) -> this.users.put(user, PLAIN));
	}

	Members(State state) {
		state.users().forEach((each) -> this.users.put(each.user(), each.member()));
		this.banned.addAll(state.banned());
		this.bot = state.bot();
		this.permissions = Set.copyOf(state.permissions());
		this.links = state.links();
		this.primaryLink = state.primaryLink();
		this.validLinks.addAll(state.validLinks());
	}

	synchronized State state() {
		List<MemberState> members = new ArrayList<>();
		this.users.forEach((user, member) -> members.add(new MemberState(user, member)));
		return new State(members, List.copyOf(this.banned), this.bot, this.permissions, this.links, this.primaryLink,
				List.copyOf(this.validLinks));
	}

	/**
	 * Checks names of rights.
	 * @param names rights of administrators; all rights if empty
	 * @return the rights
	 */
	static Set<String> rights(String... names) {
		for (String name : names) {
			if (!RIGHTS.contains(name)) {
				throw new IllegalArgumentException("Unknown right '" + name + "'. The rights are " + RIGHTS + ".");
			}
		}
		return (names.length > 0) ? Set.of(names) : Set.copyOf(RIGHTS);
	}

	public synchronized void add(User user) {
		this.banned.remove(user);
		this.users.putIfAbsent(user, PLAIN);
	}

	/**
	 * Adds a member, unless the user is banned.
	 * @param user the user
	 * @return whether the user is a member now
	 */
	public synchronized boolean admit(User user) {
		if (this.banned.contains(user)) {
			return false;
		}
		this.users.putIfAbsent(user, PLAIN);
		return true;
	}

	public synchronized boolean remove(User user) {
		return this.users.remove(user) != null;
	}

	public synchronized void ban(User user) {
		this.users.remove(user);
		this.banned.add(user);
	}

	/**
	 * Removes a ban.
	 * @param user the user
	 * @return whether the user was banned
	 */
	public synchronized boolean unban(User user) {
		return this.banned.remove(user);
	}

	public synchronized boolean isBanned(User user) {
		return this.banned.contains(user);
	}

	public synchronized @Nullable Member of(User user) {
		return this.users.get(user);
	}

	/**
	 * Changes the status of a user, and adds the user if necessary.
	 * @param user the user
	 * @param status the new status
	 * @param rights rights of an administrator, or permissions of a restricted member
	 */
	public synchronized void set(User user, Status status, Set<String> rights) {
		this.banned.remove(user);
		this.users.put(user, new Member(status, rights));
	}

	public synchronized @Nullable Member bot() {
		return this.bot;
	}

	public synchronized void bot(@Nullable Member bot) {
		this.bot = bot;
	}

	synchronized List<User> users() {
		return List.copyOf(this.users.keySet());
	}

	synchronized List<User> administrators() {
		List<User> found = new ArrayList<>();
		this.users.forEach((user, member) -> {
			if (member.isAdministrator()) {
				found.add(user);
			}
		});
		return found;
	}

	public synchronized int size() {
		return this.users.size() + ((this.bot != null) ? 1 : 0);
	}

	public synchronized void permissions(Set<String> permissions) {
		this.permissions = permissions;
	}

	/**
	 * Whether a user has a permission.
	 * @param user the user
	 * @param permission name of the permission
	 * @return whether the user is a member with the permission
	 */
	synchronized boolean allows(User user, String permission) {
		Member member = this.users.get(user);
		if (member == null || member.isAdministrator()) {
			return member != null;
		}
		return this.permissions.contains(permission)
				&& (member.status() != Status.RESTRICTED || member.rights().contains(permission));
	}

	/**
	 * Whether a user has a right of administrators, or the permission of that name.
	 * @param user the user
	 * @param right name of the right
	 * @param onlyAdministrators whether permissions of other members do not count, as in
	 * a channel
	 * @return whether the user is a member with the right
	 */
	synchronized boolean hasRight(User user, String right, boolean onlyAdministrators) {
		Member member = this.users.get(user);
		if (member == null || member.isAdministrator() || onlyAdministrators) {
			return member != null && member.may(right);
		}
		return PERMISSIONS.contains(right) && allows(user, right);
	}

	/**
	 * Creates an invite link, without a scheme as in Bale.
	 * @param chatId identifier of the chat
	 * @return the link
	 */
	public synchronized String newLink(long chatId) {
		String token = Long.toUnsignedString((chatId * 1_000_003 + ++this.links) * 0x9E3779B97F4A7C15L, 36);
		String link = "ble.ir/join/" + token;
		this.validLinks.add(link);
		return link;
	}

	public synchronized String newPrimaryLink(long chatId) {
		if (this.primaryLink != null) {
			this.validLinks.remove(this.primaryLink);
		}
		this.primaryLink = newLink(chatId);
		return this.primaryLink;
	}

	public synchronized String primaryLink(long chatId) {
		return (this.primaryLink != null) ? this.primaryLink : newPrimaryLink(chatId);
	}

	public synchronized boolean revoke(String link) {
		if (link.equals(this.primaryLink)) {
			this.primaryLink = null;
		}
		return this.validLinks.remove(link);
	}

	synchronized boolean isValid(String link) {
		return this.validLinks.contains(link);
	}

	/**
	 * The status of a member, named as in Bale in lower case.
	 */
	public enum Status {

		/** The owner. */
		CREATOR,

		/** An administrator. */
		ADMINISTRATOR,

		/** An ordinary member. */
		MEMBER,

		/** A member without some of the permissions. */
		RESTRICTED

	}

	/**
	 * A member.
	 *
	 * @param status the status
	 * @param rights rights of an administrator, or permissions of a restricted member
	 */
	public record Member(Status status, Set<String> rights) {

		static Member plain() {
			return PLAIN;
		}

		public boolean isAdministrator() {
			return this.status == Status.CREATOR || this.status == Status.ADMINISTRATOR;
		}

		public boolean may(String right) {
			return this.status == Status.CREATOR
					|| (this.status == Status.ADMINISTRATOR && this.rights.contains(right));
		}

	}

	/**
	 * The members of a group.
	 *
	 * @param users the members without the bot
	 * @param banned the banned users
	 * @param bot the bot, or {@code null} if it is not a member
	 * @param permissions the permissions of members
	 * @param links the number of invite links
	 * @param primaryLink the primary link, or {@code null}
	 * @param validLinks the links that are not revoked
	 */
	record State(List<MemberState> users, List<User> banned, @Nullable Member bot, Set<String> permissions, long links,
			@Nullable String primaryLink, List<String> validLinks) {
	}

	/**
	 * A member.
	 *
	 * @param user the user
	 * @param member the status and the rights
	 */
	record MemberState(User user, Member member) {
	}

}
