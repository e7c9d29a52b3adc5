package io.github.balethon.emulator;

import java.time.Duration;
import java.util.List;

/**
 * Somebody who talks to the bot. What a person does reaches the bot as an update. All
 * methods may be called from any thread.
 *
 * @since 0.1.0
 * @see BaleEmulator#person(String)
 */
public final class Person {

	private final long id;

	private final String name;

	private final Chat chat;

	private final Conversation conversation;

	Person(long id, String name, Chat chat, Conversation conversation) {
		this.id = id;
		this.name = name;
		this.chat = chat;
		this.conversation = conversation;
	}

	/**
	 * The user id, which is the id of the private chat with the bot too.
	 * @return a positive number, which may be beyond 32 bits
	 */
	public long id() {
		return this.id;
	}

	/**
	 * The first name.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Writes to the bot in the private chat.
	 * @param text the text, not blank
	 * @return the id of the update
	 */
	public long write(String text) {
		return this.conversation.write(this, this.chat, text, null).updateId();
	}

	/**
	 * Answers a message in the private chat.
	 * @param messageId the message to answer
	 * @param text the text, not blank
	 * @return the id of the update
	 * @throws IllegalArgumentException if there is no such message
	 */
	public long reply(long messageId, String text) {
		return this.conversation.write(this, this.chat, text, messageId).updateId();
	}

	/**
	 * Writes in a group.
	 * @param group a group of which this person is a member
	 * @param text the text, not blank
	 * @return the id of the update
	 * @throws IllegalArgumentException if this person is no member
	 */
	public long writeIn(Group group, String text) {
		return this.conversation.write(this, group.chatOf(this), text, null).updateId();
	}

	/**
	 * Changes an own message in the private chat.
	 * @param messageId the message
	 * @param text the new text, not blank
	 * @return the id of the update
	 * @throws IllegalArgumentException if there is no such message of this person
	 */
	public long edit(long messageId, String text) {
		return this.conversation.edit(this, this.chat, messageId, text);
	}

	/**
	 * Changes an own message in a group.
	 * @param group a group of which this person is a member
	 * @param messageId the message
	 * @param text the new text, not blank
	 * @return the id of the update
	 * @throws IllegalArgumentException if there is no such message of this person
	 */
	public long editIn(Group group, long messageId, String text) {
		return this.conversation.edit(this, group.chatOf(this), messageId, text);
	}

	/**
	 * Presses an inline button in the private chat.
	 * @param messageId the message with the button
	 * @param data the callback data of the button
	 * @return the id of the update
	 * @throws IllegalArgumentException if the message has no such button
	 */
	public long press(long messageId, String data) {
		return this.conversation.press(this, this.chat, messageId, data).updateId();
	}

	/**
	 * Presses the newest inline button with this data in the private chat.
	 * @param data the callback data of the button
	 * @return the id of the update
	 * @throws IllegalArgumentException if there is no such button
	 */
	public long press(String data) {
		return this.conversation.press(this, this.chat, data).updateId();
	}

	/**
	 * Presses an inline button in a group.
	 * @param group a group of which this person is a member
	 * @param messageId the message with the button
	 * @param data the callback data of the button
	 * @return the id of the update
	 * @throws IllegalArgumentException if the message has no such button
	 */
	public long pressIn(Group group, long messageId, String data) {
		return this.conversation.press(this, group.chatOf(this), messageId, data).updateId();
	}

	/**
	 * What can be seen in the private chat now: edited messages in their new version,
	 * deleted ones not at all. The newest 10,000 are kept.
	 * @return the messages, oldest first; a copy
	 */
	public List<ChatMessage> chat() {
		return this.chat.messages();
	}

	/**
	 * Waits for the bot's next message in the private chat: the oldest one that this
	 * method has not returned before, which may be there already.
	 * @param timeout how long to wait
	 * @return the message
	 * @throws AssertionError if none comes; it lists what is in the chat
	 */
	public ChatMessage awaitReply(Duration timeout) {
		return this.chat.awaitReply(timeout);
	}

	@Override
	public String toString() {
		return this.name + " (" + this.id + ")";
	}

	Chat privateChat() {
		return this.chat;
	}

}
