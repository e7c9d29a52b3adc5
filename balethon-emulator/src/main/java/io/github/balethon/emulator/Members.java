package io.github.balethon.emulator;

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
 * Who is in a group or a channel, and what everybody may do there.
 */
final class Members {

	/** The rights of administrators, as Bale tells them. */
	static final List<String> RIGHTS = List.of("can_delete_messages", "can_manage_video_chats", "can_restrict_members",
			"can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_post_messages",
			"can_edit_messages", "can_pin_messages");

	/** What can be taken from those who are no administrators. */
	static final List<String> PERMISSIONS = List.of("can_send_messages", "can_send_audios", "can_send_documents",
			"can_send_photos", "can_send_videos", "can_change_info", "can_invite_users", "can_pin_messages");

	private static final Member PLAIN = new Member(Status.MEMBER, Set.of());

	private final Map<Person, Member> people = new LinkedHashMap<>();

	private final Set<Person> banned = new HashSet<>();

	private @Nullable Member bot = PLAIN;

	private Set<String> permissions = Set.copyOf(PERMISSIONS);

	private long links;

	private @Nullable String primaryLink;

	private final Set<String> validLinks = new LinkedHashSet<>();

	Members(Collection<Person> people) {
		people.forEach((person) -> this.people.put(person, PLAIN));
	}

	/**
	 * Checks the names of rights.
	 * @param names some rights of administrators, or none for all
	 * @return the rights
	 */
	static Set<String> rights(String... names) {
		for (String name : names) {
			if (!RIGHTS.contains(name)) {
				throw new IllegalArgumentException("There is no right '" + name + "', but: " + RIGHTS + ".");
			}
		}
		return (names.length > 0) ? Set.of(names) : Set.copyOf(RIGHTS);
	}

	synchronized void add(Person person) {
		this.banned.remove(person);
		this.people.putIfAbsent(person, PLAIN);
	}

	/**
	 * Lets somebody in who asks for it.
	 * @param person the person
	 * @return whether the person is in now; not if it is banned
	 */
	synchronized boolean admit(Person person) {
		if (this.banned.contains(person)) {
			return false;
		}
		this.people.putIfAbsent(person, PLAIN);
		return true;
	}

	synchronized boolean remove(Person person) {
		return this.people.remove(person) != null;
	}

	synchronized void ban(Person person) {
		this.people.remove(person);
		this.banned.add(person);
	}

	/**
	 * Ends a ban.
	 * @param person the person
	 * @return whether the person was banned
	 */
	synchronized boolean unban(Person person) {
		return this.banned.remove(person);
	}

	synchronized boolean isBanned(Person person) {
		return this.banned.contains(person);
	}

	synchronized @Nullable Member of(Person person) {
		return this.people.get(person);
	}

	/**
	 * Gives somebody another place.
	 * @param person the person, who becomes a member if it is none
	 * @param status the new status
	 * @param rights rights of an administrator, or the permissions that are left to
	 * somebody restricted
	 */
	synchronized void set(Person person, Status status, Set<String> rights) {
		this.banned.remove(person);
		this.people.put(person, new Member(status, rights));
	}

	synchronized @Nullable Member bot() {
		return this.bot;
	}

	synchronized void bot(@Nullable Member bot) {
		this.bot = bot;
	}

	synchronized List<Person> people() {
		return List.copyOf(this.people.keySet());
	}

	synchronized List<Person> administrators() {
		List<Person> found = new ArrayList<>();
		this.people.forEach((person, member) -> {
			if (member.isAdministrator()) {
				found.add(person);
			}
		});
		return found;
	}

	synchronized int size() {
		return this.people.size() + ((this.bot != null) ? 1 : 0);
	}

	synchronized void permissions(Set<String> permissions) {
		this.permissions = permissions;
	}

	/**
	 * Whether somebody may do something that can be taken away.
	 * @param person a member
	 * @param permission its name
	 * @return whether it is allowed
	 */
	synchronized boolean allows(Person person, String permission) {
		Member member = this.people.get(person);
		if (member == null || member.isAdministrator()) {
			return member != null;
		}
		return this.permissions.contains(permission)
				&& (member.status() != Status.RESTRICTED || member.rights().contains(permission));
	}

	/**
	 * A new link that leads here, without a scheme as at Bale.
	 * @param chatId the chat
	 * @return the link
	 */
	synchronized String newLink(long chatId) {
		String token = Long.toUnsignedString((chatId * 1_000_003 + ++this.links) * 0x9E3779B97F4A7C15L, 36);
		String link = "ble.ir/join/" + token;
		this.validLinks.add(link);
		return link;
	}

	synchronized String newPrimaryLink(long chatId) {
		if (this.primaryLink != null) {
			this.validLinks.remove(this.primaryLink);
		}
		this.primaryLink = newLink(chatId);
		return this.primaryLink;
	}

	synchronized String primaryLink(long chatId) {
		return (this.primaryLink != null) ? this.primaryLink : newPrimaryLink(chatId);
	}

	synchronized boolean revoke(String link) {
		if (link.equals(this.primaryLink)) {
			this.primaryLink = null;
		}
		return this.validLinks.remove(link);
	}

	synchronized boolean isValid(String link) {
		return this.validLinks.contains(link);
	}

	/**
	 * What somebody is, named as on the wire in lower case.
	 */
	enum Status {

		CREATOR, ADMINISTRATOR, MEMBER, RESTRICTED

	}

	/**
	 * The place of somebody.
	 *
	 * @param status what it is
	 * @param rights rights of an administrator, or the permissions left to somebody
	 * restricted
	 */
	record Member(Status status, Set<String> rights) {

		static Member plain() {
			return PLAIN;
		}

		boolean isAdministrator() {
			return this.status == Status.CREATOR || this.status == Status.ADMINISTRATOR;
		}

		boolean may(String right) {
			return this.status == Status.CREATOR
					|| (this.status == Status.ADMINISTRATOR && this.rights.contains(right));
		}

	}

}
