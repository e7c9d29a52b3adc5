package io.github.balethon.emulator.world;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.github.balethon.emulator.world.Members.Member;
import io.github.balethon.emulator.world.Members.Status;

/**
 * A group or a channel: a chat and its members.
 *
 * @since 0.1.0
 */
public final class GroupChat {

	private final Chat chat;

	private final Members members;

	GroupChat(Chat chat, Collection<User> members) {
		this.chat = chat;
		this.members = new Members(members);
		chat.botPresence(this::hasBot);
	}

	GroupChat(Chat chat, Members.State members) {
		this.chat = chat;
		this.members = new Members(members);
		chat.botPresence(this::hasBot);
	}

	State state() {
		return new State(this.chat.state(), this.members.state());
	}

	public long id() {
		return this.chat.id();
	}

	public String title() {
		return this.chat.name();
	}

	public Chat chat() {
		return this.chat;
	}

	public Members membership() {
		return this.members;
	}

	public List<User> members() {
		return this.members.users();
	}

	public List<User> administrators() {
		return this.members.administrators();
	}

	public void owner(User user) {
		this.members.set(user, Status.CREATOR, Set.copyOf(Members.RIGHTS));
	}

	public void promote(User user, String... rights) {
		this.members.set(user, Status.ADMINISTRATOR, Members.rights(rights));
	}

	public void demote(User user) {
		if (this.members.of(user) != null) {
			this.members.set(user, Status.MEMBER, Set.of());
		}
	}

	public boolean hasBot() {
		return this.members.bot() != null;
	}

	public boolean isBotAdministrator() {
		Member bot = this.members.bot();
		return bot != null && bot.isAdministrator();
	}

	public void promoteBot(String... rights) {
		this.members.bot(new Member(Status.ADMINISTRATOR, Members.rights(rights)));
	}

	/**
	 * Makes the bot an ordinary member, and adds it if it was removed.
	 */
	public void demoteBot() {
		this.members.bot(Member.plain());
	}

	public void removeBot() {
		this.members.bot(null);
	}

	/**
	 * Adds a member, unless the user was banned.
	 * @param user the user
	 * @throws IllegalArgumentException if the user was banned
	 */
	public void admit(User user) {
		if (!this.members.admit(user)) {
			throw new IllegalArgumentException(user.name() + " was banned from the group " + title() + ".");
		}
	}

	/**
	 * Returns the chat for an action that requires membership.
	 * @param member the user
	 * @return the chat
	 * @throws IllegalArgumentException if the user is not a member
	 */
	public Chat chatOf(User member) {
		if (this.members.of(member) == null) {
			throw new IllegalArgumentException(
					member.name() + " is not in the group " + title() + "; call add on the group first.");
		}
		return this.chat;
	}

	/**
	 * Returns the chat for sending a message.
	 * @param sender the sender
	 * @param kind the kind of message
	 * @return the chat
	 * @throws IllegalArgumentException if the sender lacks the permission
	 */
	public Chat chatFor(User sender, String kind) {
		Chat chat = chatOf(sender);
		String permission = switch (kind) {
			case "photo" -> "can_send_photos";
			case "video", "animation" -> "can_send_videos";
			case "audio", "voice" -> "can_send_audios";
			case "document" -> "can_send_documents";
			default -> "can_send_messages";
		};
		Member member = this.members.of(sender);
		boolean channel = chat.kind() == ChatKind.CHANNEL;
		boolean may = channel ? (member != null && member.may("can_post_messages"))
				: this.members.allows(sender, permission);
		if (!may) {
			throw new IllegalArgumentException(sender.name() + " may not send a " + kind + " in " + title() + ": "
					+ (channel ? "only administrators post in a channel."
							: "the permission " + permission + " is missing."));
		}
		return chat;
	}

	/**
	 * A group or channel.
	 *
	 * @param chat the chat
	 * @param members the members
	 */
	record State(Chat.State chat, Members.State members) {
	}

}
