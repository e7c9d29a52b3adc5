package io.github.balethon.emulator;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.github.balethon.emulator.Members.Member;
import io.github.balethon.emulator.Members.Status;

/**
 * A group of people with the bot in it, or a channel. All methods may be called from any
 * thread. What is changed here comes without a word to the bot; what people do
 * themselves, as {@link Person#join(Group)}, does not.
 *
 * @since 0.1.0
 * @see BaleEmulator#group(String, Person...)
 * @see BaleEmulator#channel(String, String)
 */
public final class Group {

	private final Chat chat;

	private final Members members;

	Group(Chat chat, Collection<Person> members) {
		this.chat = chat;
		this.members = new Members(members);
		chat.botPresence(this::hasBot);
	}

	/**
	 * The id of the group. As at Bale it is positive: the id does not tell a group from a
	 * person.
	 * @return a positive number beyond 32 bits
	 */
	public long id() {
		return this.chat.id();
	}

	/**
	 * The title.
	 * @return the title, which the bot may have changed
	 */
	public String title() {
		return this.chat.name();
	}

	/**
	 * The description.
	 * @return the description, which the bot may have set; empty if there is none
	 */
	public String description() {
		return this.chat.description();
	}

	/**
	 * Makes somebody a member, who may have been banned; the bot is not told.
	 * @param person the person
	 */
	public void add(Person person) {
		this.members.add(person);
	}

	/**
	 * Removes somebody; the bot is not told.
	 * @param person the person
	 */
	public void remove(Person person) {
		this.members.remove(person);
	}

	/**
	 * Makes somebody the owner.
	 * @param person the person, who becomes a member if it is none
	 */
	public void owner(Person person) {
		this.members.set(person, Status.CREATOR, Set.copyOf(Members.RIGHTS));
	}

	/**
	 * Makes somebody an administrator.
	 * @param person the person, who becomes a member if it is none
	 * @param rights for example {@code can_pin_messages}; none for all
	 */
	public void promote(Person person, String... rights) {
		this.members.set(person, Status.ADMINISTRATOR, Members.rights(rights));
	}

	/**
	 * Makes an administrator a member like any other.
	 * @param person the person
	 */
	public void demote(Person person) {
		if (this.members.of(person) != null) {
			this.members.set(person, Status.MEMBER, Set.of());
		}
	}

	/**
	 * Makes the bot an administrator, which it is not at first in a group.
	 * @param rights for example {@code can_pin_messages}; none for all
	 */
	public void promoteBot(String... rights) {
		this.members.bot(new Member(Status.ADMINISTRATOR, Members.rights(rights)));
	}

	/**
	 * Makes the bot a member like any other; it comes back if it was removed.
	 */
	public void demoteBot() {
		this.members.bot(Member.plain());
	}

	/**
	 * Removes the bot; it is not told, and receives nothing more of what happens here.
	 */
	public void removeBot() {
		this.members.bot(null);
	}

	/**
	 * The people in the group.
	 * @return the members, in the order in which they came; a copy
	 */
	public List<Person> members() {
		return this.members.people();
	}

	/**
	 * The people who are administrators, the owner among them.
	 * @return the administrators without the bot; a copy
	 */
	public List<Person> administrators() {
		return this.members.administrators();
	}

	/**
	 * Whether somebody was banned.
	 * @param person the person
	 * @return whether it cannot come back
	 */
	public boolean isBanned(Person person) {
		return this.members.isBanned(person);
	}

	/**
	 * Whether the bot is in the group.
	 * @return whether it is, as an administrator or not
	 */
	public boolean hasBot() {
		return this.members.bot() != null;
	}

	/**
	 * The link by which people join.
	 * @return the link, without a scheme as at Bale
	 * @see Person#joinBy(String)
	 */
	public String inviteLink() {
		return this.members.primaryLink(this.chat.id());
	}

	/**
	 * The pinned messages.
	 * @return the messages, the last pinned last; a copy
	 */
	public List<ChatMessage> pinned() {
		return this.chat.pinned();
	}

	/**
	 * What can be seen in the group now: edited messages in their new version, deleted
	 * ones not at all. The newest 10,000 are kept.
	 * @return the messages, oldest first; a copy
	 */
	public List<ChatMessage> chat() {
		return this.chat.messages();
	}

	/**
	 * Waits for the bot's next message in the group: the oldest one that this method has
	 * not returned before, which may be there already.
	 * @param timeout how long to wait
	 * @return the message
	 * @throws AssertionError if none comes; it lists what is in the group
	 */
	public ChatMessage awaitReply(Duration timeout) {
		return this.chat.awaitReply(timeout);
	}

	@Override
	public String toString() {
		return title() + " (" + id() + ")";
	}

	/**
	 * Makes somebody a member, unless banned.
	 * @param person the person
	 * @throws IllegalArgumentException if the person was banned
	 */
	void admit(Person person) {
		if (!this.members.admit(person)) {
			throw new IllegalArgumentException(person.name() + " was banned from the group " + title() + ".");
		}
	}

	Chat chatOf(Person member) {
		Member place = this.members.of(member);
		if (place == null) {
			throw new IllegalArgumentException(
					member.name() + " is not in the group " + title() + "; call add on the group first.");
		}
		return this.chat;
	}

	/**
	 * The chat for somebody who writes.
	 * @param writer the person
	 * @param kind what is written
	 * @return the chat
	 * @throws IllegalArgumentException if the person may not
	 */
	Chat chatFor(Person writer, String kind) {
		Chat chat = chatOf(writer);
		String permission = switch (kind) {
			case "photo" -> "can_send_photos";
			case "video", "animation" -> "can_send_videos";
			case "audio", "voice" -> "can_send_audios";
			case "document" -> "can_send_documents";
			default -> "can_send_messages";
		};
		Member place = this.members.of(writer);
		boolean channel = chat.kind() == Chat.Kind.CHANNEL;
		boolean may = channel ? (place != null && place.may("can_post_messages"))
				: this.members.allows(writer, permission);
		if (!may) {
			throw new IllegalArgumentException(writer.name() + " may not send a " + kind + " in " + title() + ": "
					+ (channel ? "only administrators post in a channel." : "it lacks " + permission + "."));
		}
		return chat;
	}

	Chat chatItself() {
		return this.chat;
	}

	Members membership() {
		return this.members;
	}

}
