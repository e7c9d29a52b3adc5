package io.github.balethon.emulator;

import java.time.Duration;
import java.util.List;

import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Conversation;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who talks to the bot. What a person does reaches the bot as an update, unless
 * it happens in a group or channel that the bot is not in: the id of the update is -1
 * then. All methods may be called from any thread.
 *
 * @since 0.1.0
 * @see BaleEmulator#person(String)
 */
public final class Person {

	private final User user;

	private final World world;

	private final Chat chat;

	private final Conversation conversation;

	Person(User user, World world) {
		this.user = user;
		this.world = world;
		this.chat = world.chats().privateChat(user);
		this.conversation = world.conversation();
	}

	/**
	 * The user id, which is the id of the private chat with the bot too.
	 * @return a positive number, which may be beyond 32 bits
	 */
	public long id() {
		return this.user.id();
	}

	/**
	 * The first name.
	 * @return the name
	 */
	public String name() {
		return this.user.name();
	}

	/**
	 * Writes to the bot in the private chat.
	 * @param text the text, not blank, at most 4096 characters
	 * @return the id of the update
	 */
	public long write(String text) {
		return this.conversation.write(this.user, this.chat, text, null).updateId();
	}

	/**
	 * Answers a message in the private chat.
	 * @param messageId the message to answer
	 * @param text the text, not blank, at most 4096 characters
	 * @return the id of the update
	 * @throws IllegalArgumentException if there is no such message
	 */
	public long reply(long messageId, String text) {
		return this.conversation.write(this.user, this.chat, text, messageId).updateId();
	}

	/**
	 * Writes in a group.
	 * @param group a group of which this person is a member
	 * @param text the text, not blank, at most 4096 characters
	 * @return the id of the update
	 * @throws IllegalArgumentException if this person is no member
	 */
	public long writeIn(Group group, String text) {
		return this.conversation.write(this.user, group.internal().chatFor(this.user, "text"), text, null).updateId();
	}

	/**
	 * Answers a message in a group.
	 * @param group a group of which this person is a member
	 * @param messageId the message to answer
	 * @param text the text, not blank, at most 4096 characters
	 * @return the id of the update
	 * @throws IllegalArgumentException if there is no such message, or if this person may
	 * not write
	 */
	public long replyIn(Group group, long messageId, String text) {
		return this.conversation.write(this.user, group.internal().chatFor(this.user, "text"), text, messageId)
			.updateId();
	}

	/**
	 * Sends something that is no text in the private chat.
	 * @param attachment what
	 * @return the id of the update
	 */
	public long send(Attachment attachment) {
		return this.conversation.send(this.user, this.chat, attachment.draft(), null).updateId();
	}

	/**
	 * Sends something that is no text in a group.
	 * @param group a group of which this person is a member
	 * @param attachment what
	 * @return the id of the update
	 * @throws IllegalArgumentException if this person may not
	 */
	public long sendIn(Group group, Attachment attachment) {
		return this.conversation
			.send(this.user, group.internal().chatFor(this.user, attachment.field()), attachment.draft(), null)
			.updateId();
	}

	/**
	 * Answers a message in the private chat with something that is no text.
	 * @param messageId the message to answer
	 * @param attachment what
	 * @return the id of the update
	 * @throws IllegalArgumentException if there is no such message
	 */
	public long reply(long messageId, Attachment attachment) {
		return this.conversation.send(this.user, this.chat, attachment.draft(), messageId).updateId();
	}

	/**
	 * Sends several pictures, videos, pieces of music or documents as one album in the
	 * private chat. Each comes as a message of its own.
	 * @param attachments from 2 to 10
	 * @return the ids of the updates
	 */
	public List<Long> sendAlbum(Attachment... attachments) {
		return updateIds(this.conversation.sendAlbum(this.user, this.chat, Attachment.drafts(attachments)));
	}

	/**
	 * Sends an album in a group.
	 * @param group a group of which this person is a member
	 * @param attachments from 2 to 10
	 * @return the ids of the updates
	 * @throws IllegalArgumentException if this person may not
	 */
	public List<Long> sendAlbumIn(Group group, Attachment... attachments) {
		List.of(attachments).forEach((attachment) -> group.internal().chatFor(this.user, attachment.field()));
		return updateIds(this.conversation.sendAlbum(this.user, group.internal().chatOf(this.user),
				Attachment.drafts(attachments)));
	}

	/**
	 * Sends a photo in the private chat.
	 * @param bytes the picture
	 * @return the id of the update
	 */
	public long sendPhoto(byte[] bytes) {
		return send(Attachment.photo(bytes));
	}

	/**
	 * Sends a voice message in the private chat.
	 * @param bytes the sound
	 * @return the id of the update
	 */
	public long sendVoice(byte[] bytes) {
		return send(Attachment.voice(bytes));
	}

	/**
	 * Sends a file in the private chat.
	 * @param fileName its name, by which its type is told
	 * @param bytes its content
	 * @return the id of the update
	 */
	public long sendDocument(String fileName, byte[] bytes) {
		return send(Attachment.document(fileName, "", bytes));
	}

	/**
	 * Sends a sticker in the private chat.
	 * @param bytes the picture
	 * @return the id of the update
	 */
	public long sendSticker(byte[] bytes) {
		return send(Attachment.sticker("\uD83D\uDE42", bytes));
	}

	/**
	 * Sends somebody's contact in the private chat.
	 * @param phoneNumber the number in any form
	 * @param firstName the name
	 * @return the id of the update
	 */
	public long sendContact(String phoneNumber, String firstName) {
		return send(Attachment.contact(phoneNumber, firstName));
	}

	/**
	 * Shares this person's own contact, as a button with {@code request_contact} does.
	 * @param phoneNumber the number in any form
	 * @return the id of the update
	 */
	public long shareContact(String phoneNumber) {
		return send(Attachment.ownContact(phoneNumber, this.user));
	}

	/**
	 * Sends a place in the private chat.
	 * @param latitude degrees to the north
	 * @param longitude degrees to the east
	 * @return the id of the update
	 */
	public long sendLocation(double latitude, double longitude) {
		return send(Attachment.location(latitude, longitude));
	}

	/**
	 * Lets a mini app send its data.
	 * @param data the data
	 * @return the id of the update
	 */
	public long sendWebAppData(String data) {
		return send(Attachment.webAppData(data));
	}

	/**
	 * Forwards a message to the private chat.
	 * @param message a message of any chat
	 * @return the id of the update
	 */
	public long forward(ChatMessage message) {
		return this.conversation.forward(this.user, this.chat, source(message), message.toMessage()).updateId();
	}

	/**
	 * Forwards a message to a group.
	 * @param group a group of which this person is a member
	 * @param message a message of any chat
	 * @return the id of the update
	 * @throws IllegalArgumentException if this person may not
	 */
	public long forwardIn(Group group, ChatMessage message) {
		return this.conversation
			.forward(this.user, group.internal().chatFor(this.user, message.kind()), source(message),
					message.toMessage())
			.updateId();
	}

	/**
	 * Joins a group.
	 * @param group the group
	 * @return the id of the update
	 * @throws IllegalArgumentException if this person is in it already, or banned
	 */
	public long join(Group group) {
		return this.conversation.join(this.user, group.internal());
	}

	/**
	 * Joins the group behind a link.
	 * @param inviteLink a link that the bot has made, with or without a scheme
	 * @return the id of the update
	 * @throws IllegalArgumentException if the link was revoked, or if this person is in
	 * the group already, or banned
	 */
	public long joinBy(String inviteLink) {
		GroupChat group = this.world.chats().behind(inviteLink);
		if (group == null) {
			throw new IllegalArgumentException("The link " + inviteLink + " leads to no group; was it revoked?");
		}
		return this.conversation.join(this.user, group);
	}

	/**
	 * Leaves a group.
	 * @param group a group of which this person is a member
	 * @return the id of the update
	 */
	public long leave(Group group) {
		return this.conversation.leave(this.user, group.internal());
	}

	/**
	 * Adds the bot to a group, as a member.
	 * @param group a group of which this person is a member
	 * @return the id of the update
	 */
	public long addBotTo(Group group) {
		return this.conversation.addBot(this.user, group.internal());
	}

	/**
	 * Removes the bot from a group.
	 * @param group a group of which this person is a member
	 * @return the id of the update
	 */
	public long removeBotFrom(Group group) {
		return this.conversation.removeBot(this.user, group.internal());
	}

	/**
	 * Pays an invoice in the private chat: the bot is asked first.
	 * @param messageId the message with the invoice
	 * @return the payment, which waits for the bot
	 * @throws IllegalArgumentException if the message is no invoice
	 */
	public Payment pay(long messageId) {
		return new Payment(this.conversation.pay(this.user, this.chat, messageId));
	}

	/**
	 * Pays an invoice in a group.
	 * @param group a group of which this person is a member
	 * @param messageId the message with the invoice
	 * @return the payment, which waits for the bot
	 * @throws IllegalArgumentException if the message is no invoice
	 */
	public Payment payIn(Group group, long messageId) {
		return new Payment(this.conversation.pay(this.user, group.internal().chatOf(this.user), messageId));
	}

	/**
	 * Pays an invoice in a mini app.
	 * @param link what createInvoiceLink has answered
	 * @return the payment, which waits for the bot
	 * @throws IllegalArgumentException if there is no such link
	 */
	public Payment payLink(String link) {
		return new Payment(this.conversation.pay(this.user, this.chat, link));
	}

	/**
	 * Wants to hear nothing more from the bot, which then cannot send in the private
	 * chat, or hears it again.
	 * @param blocked whether the bot is blocked from now on
	 */
	public void block(boolean blocked) {
		this.chat.block(blocked);
	}

	/**
	 * The pinned messages of the private chat.
	 * @return the messages, the last pinned last; a copy
	 */
	public List<ChatMessage> pinned() {
		return ChatMessage.listOf(this.chat.pinned());
	}

	/**
	 * Changes an own message in the private chat.
	 * @param messageId the message
	 * @param text the new text, not blank, at most 4096 characters
	 * @return the id of the update
	 * @throws IllegalArgumentException if there is no such message of this person
	 */
	public long edit(long messageId, String text) {
		return this.conversation.edit(this.user, this.chat, messageId, text);
	}

	/**
	 * Changes an own message in a group.
	 * @param group a group of which this person is a member
	 * @param messageId the message
	 * @param text the new text, not blank, at most 4096 characters
	 * @return the id of the update
	 * @throws IllegalArgumentException if there is no such message of this person
	 */
	public long editIn(Group group, long messageId, String text) {
		return this.conversation.edit(this.user, group.internal().chatOf(this.user), messageId, text);
	}

	/**
	 * Presses an inline button in the private chat.
	 * @param messageId the message with the button
	 * @param data the callback data of the button
	 * @return the id of the update
	 * @throws IllegalArgumentException if the message has no such button
	 */
	public long press(long messageId, String data) {
		return this.conversation.press(this.user, this.chat, messageId, data).updateId();
	}

	/**
	 * Presses the newest inline button with this data in the private chat.
	 * @param data the callback data of the button
	 * @return the id of the update
	 * @throws IllegalArgumentException if there is no such button
	 */
	public long press(String data) {
		return this.conversation.press(this.user, this.chat, data).updateId();
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
		return this.conversation.press(this.user, group.internal().chatOf(this.user), messageId, data).updateId();
	}

	/**
	 * What can be seen in the private chat now: edited messages in their new version,
	 * deleted ones not at all. The newest 10,000 are kept.
	 * @return the messages, oldest first; a copy
	 */
	public List<ChatMessage> chat() {
		return ChatMessage.listOf(this.chat.messages());
	}

	/**
	 * Waits for the bot's next message in the private chat: the oldest one that this
	 * method has not returned before, which may be there already.
	 * @param timeout how long to wait
	 * @return the message
	 * @throws AssertionError if none comes; it lists what is in the chat
	 */
	public ChatMessage awaitReply(Duration timeout) {
		return ChatMessage.of(this.chat.awaitReply(timeout));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Person that && this.user.equals(that.user) && this.world == that.world;
	}

	@Override
	public int hashCode() {
		return this.user.hashCode();
	}

	@Override
	public String toString() {
		return name() + " (" + id() + ")";
	}

	private List<Long> updateIds(List<Conversation.Written> written) {
		return written.stream().map(Conversation.Written::updateId).toList();
	}

	private Chat source(ChatMessage message) {
		Chat source = this.world.chats().chat(message.chatId());
		if (source == null) {
			throw new IllegalArgumentException("There is no chat " + message.chatId() + " here.");
		}
		return source;
	}

	User internal() {
		return this.user;
	}

}
