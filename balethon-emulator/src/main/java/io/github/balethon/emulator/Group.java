package io.github.balethon.emulator;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * A group of people with the bot in it. All methods may be called from any thread.
 *
 * @since 0.1.0
 * @see BaleEmulator#group(String, Person...)
 */
public final class Group {

	private final Chat chat;

	private final Set<Person> members;

	Group(Chat chat, Collection<Person> members) {
		this.chat = chat;
		this.members = new CopyOnWriteArraySet<>(members);
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
	 * @return the title
	 */
	public String title() {
		return this.chat.name();
	}

	/**
	 * Makes somebody a member; the bot is not told.
	 * @param person the person
	 */
	public void add(Person person) {
		this.members.add(person);
	}

	/**
	 * The people in the group.
	 * @return the members, in the order in which they came; a copy
	 */
	public List<Person> members() {
		return List.copyOf(this.members);
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

	Chat chatOf(Person member) {
		if (!this.members.contains(member)) {
			throw new IllegalArgumentException(
					member.name() + " is not in the group " + title() + "; call add on the group first.");
		}
		return this.chat;
	}

}
