package io.github.balethon.emulator;

import java.time.Duration;
import java.util.List;

import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A user of the emulated messenger. Its own actions take place in the private chat with
 * the bot, those of {@link #in(Group)} in a group or channel. <pre class="code">
 * sara.write("/start");
 * ChatMessage reply = sara.awaitReply(Duration.ofSeconds(5));
 * sara.in(group).write("hello");
 * </pre> Thread-safe. Two objects for the same user are equal.
 *
 * @since 0.1.0
 * @see BaleEmulator#person(String)
 */
public final class Person extends Participant {

	private final Chat chat;

	Person(User user, World world) {
		super(user, world);
		this.chat = world.chats().privateChat(user);
	}

	/**
	 * Returns the user identifier, which is also the identifier of the private chat.
	 * @return a positive number, possibly beyond 32 bits
	 */
	public long id() {
		return user().id();
	}

	/**
	 * Returns the first name.
	 * @return the first name
	 */
	public String name() {
		return user().name();
	}

	/**
	 * Returns this user in a group or channel.
	 * @param group the group or channel; the user has to be a member when it acts
	 * @return sends messages, edits, presses buttons and pays there
	 */
	public Participant in(Group group) {
		return new GroupParticipant(user(), world(), group.internal());
	}

	/**
	 * Sends the data of a mini app.
	 * @param data the data
	 * @return identifier of the update
	 */
	public long sendWebAppData(String data) {
		return send(Attachment.webAppData(data));
	}

	/**
	 * Starts to pay an invoice in a mini app; the bot receives the pre-checkout query.
	 * @param link the result of {@code createInvoiceLink}
	 * @return the payment, which is pending
	 * @throws IllegalArgumentException if there is no such link
	 */
	public Payment payLink(String link) {
		return new Payment(world().conversation().pay(user(), this.chat, link, false));
	}

	/**
	 * Joins a group.
	 * @param group the group
	 * @return identifier of the update, or -1 if the bot is not in the group
	 * @throws IllegalArgumentException if the user is a member already, or banned
	 */
	public long join(Group group) {
		return world().conversation().join(user(), group.internal());
	}

	/**
	 * Joins a group by its invite link.
	 * @param inviteLink an invite link of the bot, with or without a scheme
	 * @return identifier of the update, or -1 if the bot is not in the group
	 * @throws IllegalArgumentException if the link is unknown or revoked, or if the user
	 * is a member already, or banned
	 */
	public long joinBy(String inviteLink) {
		GroupChat group = world().chats().behind(inviteLink);
		if (group == null) {
			throw new IllegalArgumentException("The invite link " + inviteLink + " is unknown or was revoked.");
		}
		return world().conversation().join(user(), group);
	}

	/**
	 * Leaves a group.
	 * @param group a group of which the user is a member
	 * @return identifier of the update, or -1 if the bot is not in the group
	 */
	public long leave(Group group) {
		return world().conversation().leave(user(), group.internal());
	}

	/**
	 * Adds the bot to a group as an ordinary member.
	 * @param group a group of which the user is a member
	 * @return identifier of the update
	 */
	public long addBotTo(Group group) {
		return world().conversation().addBot(user(), group.internal());
	}

	/**
	 * Removes the bot from a group.
	 * @param group a group of which the user is a member
	 * @return identifier of the update
	 */
	public long removeBotFrom(Group group) {
		return world().conversation().removeBot(user(), group.internal());
	}

	/**
	 * Blocks or unblocks the bot. A blocked bot cannot send to the private chat, and the
	 * user cannot write there until the bot is unblocked. The command {@code /start}
	 * unblocks it.
	 * @param blocked whether to block the bot
	 */
	public void block(boolean blocked) {
		this.chat.block(blocked);
	}

	/**
	 * Hides or shows the user in forwarded messages. The bot receives forwards of
	 * messages of a hidden user with their date only.
	 * @param hidden whether to hide the user
	 */
	public void hideInForwards(boolean hidden) {
		world().chats().hideInForwards(user(), hidden);
	}

	/**
	 * Returns the pinned messages of the private chat.
	 * @return the messages in the order of pinning; a copy
	 */
	public List<ChatMessage> pinned() {
		return ChatMessage.listOf(this.chat.pinned());
	}

	/**
	 * Returns the messages of the private chat: edited ones in their latest version,
	 * without deleted ones. The newest 10,000 are kept.
	 * @return the messages, oldest first; a copy
	 */
	public List<ChatMessage> chat() {
		return ChatMessage.listOf(this.chat.messages());
	}

	/**
	 * Blocks until the bot's next message in the private chat: the oldest one that this
	 * method has not returned yet, which may have arrived before the call.
	 * @param timeout maximum time to wait
	 * @return the message
	 * @throws AssertionError if none arrives in time; it lists the messages of the chat
	 */
	public ChatMessage awaitReply(Duration timeout) {
		return ChatMessage.of(this.chat.awaitReply(timeout));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Person that && user().equals(that.user()) && world() == that.world();
	}

	@Override
	public int hashCode() {
		return user().hashCode();
	}

	@Override
	public String toString() {
		return name() + " (" + id() + ")";
	}

	@Override
	Chat chatAsMember() {
		return this.chat;
	}

	@Override
	Chat chatFor(String kind) {
		return this.chat;
	}

}
