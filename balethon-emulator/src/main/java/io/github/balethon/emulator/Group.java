package io.github.balethon.emulator;

import java.time.Duration;
import java.util.List;

import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.World;
import org.jspecify.annotations.Nullable;

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

	private final GroupChat group;

	private final World world;

	Group(GroupChat group, World world) {
		this.group = group;
		this.world = world;
	}

	/**
	 * The id of the group. As at Bale it is positive: the id does not tell a group from a
	 * person.
	 * @return a positive number beyond 32 bits
	 */
	public long id() {
		return this.group.id();
	}

	/**
	 * The title.
	 * @return the title, which the bot may have changed
	 */
	public String title() {
		return this.group.title();
	}

	/**
	 * The description.
	 * @return the description, which the bot may have set; empty if there is none
	 */
	public String description() {
		return this.group.chat().description();
	}

	/**
	 * Makes somebody a member, who may have been banned; the bot is not told.
	 * @param person the person
	 */
	public void add(Person person) {
		this.group.membership().add(person.user());
	}

	/**
	 * Removes somebody; the bot is not told.
	 * @param person the person
	 */
	public void remove(Person person) {
		this.group.membership().remove(person.user());
	}

	/**
	 * Makes somebody the owner.
	 * @param person the person, who becomes a member if it is none
	 */
	public void owner(Person person) {
		this.group.owner(person.user());
	}

	/**
	 * Makes somebody an administrator.
	 * @param person the person, who becomes a member if it is none
	 * @param rights for example {@code can_pin_messages}; none for all
	 */
	public void promote(Person person, String... rights) {
		this.group.promote(person.user(), rights);
	}

	/**
	 * Makes an administrator a member like any other.
	 * @param person the person
	 */
	public void demote(Person person) {
		this.group.demote(person.user());
	}

	/**
	 * Makes the bot an administrator, which it is not at first in a group.
	 * @param rights for example {@code can_pin_messages}; none for all
	 */
	public void promoteBot(String... rights) {
		this.group.promoteBot(rights);
	}

	/**
	 * Makes the bot a member like any other; it comes back if it was removed.
	 */
	public void demoteBot() {
		this.group.demoteBot();
	}

	/**
	 * Removes the bot; it is not told, and receives nothing more of what happens here.
	 */
	public void removeBot() {
		this.group.removeBot();
	}

	/**
	 * The people in the group.
	 * @return the members, in the order in which they came; a copy
	 */
	public List<Person> members() {
		return people(this.group.members());
	}

	/**
	 * The people who are administrators, the owner among them.
	 * @return the administrators without the bot; a copy
	 */
	public List<Person> administrators() {
		return people(this.group.administrators());
	}

	/**
	 * Whether somebody was banned.
	 * @param person the person
	 * @return whether it cannot come back
	 */
	public boolean isBanned(Person person) {
		return this.group.membership().isBanned(person.user());
	}

	/**
	 * Whether the bot is in the group.
	 * @return whether it is, as an administrator or not
	 */
	public boolean hasBot() {
		return this.group.hasBot();
	}

	/**
	 * The link by which people join.
	 * @return the link, without a scheme as at Bale
	 * @see Person#joinBy(String)
	 */
	public String inviteLink() {
		return this.group.membership().primaryLink(this.group.id());
	}

	/**
	 * The pinned messages.
	 * @return the messages, the last pinned last; a copy
	 */
	public List<ChatMessage> pinned() {
		return ChatMessage.listOf(this.group.chat().pinned());
	}

	/**
	 * What can be seen in the group now: edited messages in their new version, deleted
	 * ones not at all. The newest 10,000 are kept.
	 * @return the messages, oldest first; a copy
	 */
	public List<ChatMessage> chat() {
		return ChatMessage.listOf(this.group.chat().messages());
	}

	/**
	 * Waits for the bot's next message in the group: the oldest one that this method has
	 * not returned before, which may be there already.
	 * @param timeout how long to wait
	 * @return the message
	 * @throws AssertionError if none comes; it lists what is in the group
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

	private List<Person> people(List<User> users) {
		return users.stream().map((user) -> new Person(user, this.world)).toList();
	}

}
