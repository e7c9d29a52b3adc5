package io.github.balethon.emulator;

import java.time.Duration;
import java.util.List;

import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A group or channel with the bot. Changes that are made here are not reported to the
 * bot, in contrast to actions of users as {@link Person#join(Group)}. Thread-safe. Two
 * objects for the same group are equal.
 *
 * @since 0.1.0
 * @see BaleEmulator#group(String, Person...)
 * @see BaleEmulator#channel(String, String)
 */
public final class Group {

	private final GroupChat group;

	private final World world;

	Group(GroupChat group, World world) {
		this.group = group;
		this.world = world;
	}

	/**
	 * Returns the chat identifier. As in Bale it is positive, so that it does not
	 * distinguish a group from a user.
	 * @return a positive number beyond 32 bits
	 */
	public long id() {
		return this.group.id();
	}

	/**
	 * Returns the title.
	 * @return the title, which the bot may have changed
	 */
	public String title() {
		return this.group.title();
	}

	/**
	 * Returns the description.
	 * @return the description, which the bot may have set; empty if none
	 */
	public String description() {
		return this.group.chat().description();
	}

	/**
	 * Adds a member, even a banned one. The bot receives no update.
	 * @param person the user
	 */
	public void add(Person person) {
		this.group.membership().add(person.user());
	}

	/**
	 * Removes a member. The bot receives no update.
	 * @param person the user
	 */
	public void remove(Person person) {
		this.group.membership().remove(person.user());
	}

	/**
	 * Makes a user the owner, and a member if necessary.
	 * @param person the user
	 */
	public void owner(Person person) {
		this.group.owner(person.user());
	}

	/**
	 * Makes a user an administrator, and a member if necessary.
	 * @param person the user
	 * @param rights for example {@code can_pin_messages}; all rights if empty
	 */
	public void promote(Person person, String... rights) {
		this.group.promote(person.user(), rights);
	}

	/**
	 * Makes an administrator an ordinary member.
	 * @param person the user
	 */
	public void demote(Person person) {
		this.group.demote(person.user());
	}

	/**
	 * Makes the bot an administrator. In a new group it is an ordinary member.
	 * @param rights for example {@code can_pin_messages}; all rights if empty
	 */
	public void promoteBot(String... rights) {
		this.group.promoteBot(rights);
	}

	/**
	 * Makes the bot an ordinary member, and adds it if it was removed.
	 */
	public void demoteBot() {
		this.group.demoteBot();
	}

	/**
	 * Removes the bot. It receives no update about this, and none of the group from now
	 * on.
	 */
	public void removeBot() {
		this.group.removeBot();
	}

	/**
	 * Returns the members without the bot.
	 * @return the members in the order of joining; a copy
	 */
	public List<Person> members() {
		return persons(this.group.members());
	}

	/**
	 * Returns the administrators without the bot, including the owner.
	 * @return the administrators; a copy
	 */
	public List<Person> administrators() {
		return persons(this.group.administrators());
	}

	/**
	 * Whether a user is banned.
	 * @param person the user
	 * @return whether the user cannot join
	 */
	public boolean isBanned(Person person) {
		return this.group.membership().isBanned(person.user());
	}

	/**
	 * Whether the bot is a member.
	 * @return whether the bot is a member or an administrator
	 */
	public boolean hasBot() {
		return this.group.hasBot();
	}

	/**
	 * Returns the primary invite link.
	 * @return the link, without a scheme as in Bale
	 * @see Person#joinBy(String)
	 */
	public String inviteLink() {
		return this.group.membership().primaryLink(this.group.id());
	}

	/**
	 * Returns the pinned messages.
	 * @return the messages in the order of pinning; a copy
	 */
	public List<ChatMessage> pinned() {
		return ChatMessage.listOf(this.group.chat().pinned());
	}

	/**
	 * Returns the messages of the group: edited ones in their latest version, without
	 * deleted ones. The newest 10,000 are kept.
	 * @return the messages, oldest first; a copy
	 */
	public List<ChatMessage> chat() {
		return ChatMessage.listOf(this.group.chat().messages());
	}

	/**
	 * Blocks until the bot's next message in the group: the oldest one that this method
	 * has not returned yet, which may have arrived before the call.
	 * @param timeout maximum time to wait
	 * @return the message
	 * @throws AssertionError if none arrives in time; it lists the messages of the group
	 */
	public ChatMessage awaitReply(Duration timeout) {
		return ChatMessage.of(this.group.chat().awaitReply(timeout));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Group that && this.group == that.group;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(id());
	}

	@Override
	public String toString() {
		return title() + " (" + id() + ")";
	}

	GroupChat internal() {
		return this.group;
	}

	private List<Person> persons(List<User> users) {
		return users.stream().map((user) -> new Person(user, this.world)).toList();
	}

}
