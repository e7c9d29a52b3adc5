package io.github.balethon.emulator;

import java.util.List;

import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Conversation;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.World;

/**
 * A user in one chat: in the private chat with the bot, or in a group or channel. Every
 * action returns the identifier of the update that the bot receives, or -1 if the bot is
 * not in the chat. Thread-safe.
 *
 * @since 0.1.0
 * @see Person
 * @see Person#in(Group)
 */
public abstract class Participant {

	private final User user;

	private final World world;

	Participant(User user, World world) {
		this.user = user;
		this.world = world;
	}

	/**
	 * Sends a text message.
	 * @param text the text, not blank, at most 4096 characters
	 * @return identifier of the update
	 * @throws IllegalArgumentException if the user may not write in the chat
	 */
	public long write(String text) {
		return conversation().write(this.user, chatFor("text"), text, null).updateId();
	}

	/**
	 * Replies to a message with a text.
	 * @param messageId identifier of the message to reply to
	 * @param text the text, not blank, at most 4096 characters
	 * @return identifier of the update
	 * @throws IllegalArgumentException if there is no such message, or if the user may
	 * not write in the chat
	 */
	public long reply(long messageId, String text) {
		return conversation().write(this.user, chatFor("text"), text, messageId).updateId();
	}

	/**
	 * Replies to a message with an attachment.
	 * @param messageId identifier of the message to reply to
	 * @param attachment the attachment
	 * @return identifier of the update
	 * @throws IllegalArgumentException if there is no such message, or if the user may
	 * not send it in the chat
	 */
	public long reply(long messageId, Attachment attachment) {
		return conversation().send(this.user, chatFor(attachment.field()), attachment.draft(), messageId).updateId();
	}

	/**
	 * Sends an attachment.
	 * @param attachment the attachment
	 * @return identifier of the update
	 * @throws IllegalArgumentException if the user may not send it in the chat
	 */
	public long send(Attachment attachment) {
		return conversation().send(this.user, chatFor(attachment.field()), attachment.draft(), null).updateId();
	}

	/**
	 * Sends photos, videos, audio files or documents as one album. Each of them is a
	 * message and an update of its own.
	 * @param attachments 2 to 10 attachments
	 * @return identifiers of the updates
	 * @throws IllegalArgumentException if the user may not send one of them in the chat
	 */
	public List<Long> sendAlbum(Attachment... attachments) {
		List.of(attachments).forEach((attachment) -> chatFor(attachment.field()));
		return conversation().sendAlbum(this.user, chatAsMember(), Attachment.drafts(attachments))
			.stream()
			.map(Conversation.Written::updateId)
			.toList();
	}

	/**
	 * Sends a photo.
	 * @param bytes the image
	 * @return identifier of the update
	 */
	public long sendPhoto(byte[] bytes) {
		return send(Attachment.photo(bytes));
	}

	/**
	 * Sends a voice message.
	 * @param bytes the audio
	 * @return identifier of the update
	 */
	public long sendVoice(byte[] bytes) {
		return send(Attachment.voice(bytes));
	}

	/**
	 * Sends a document.
	 * @param fileName the file name, which determines the MIME type
	 * @param bytes the content
	 * @return identifier of the update
	 */
	public long sendDocument(String fileName, byte[] bytes) {
		return send(Attachment.document(fileName, "", bytes));
	}

	/**
	 * Sends a sticker.
	 * @param bytes the image
	 * @return identifier of the update
	 */
	public long sendSticker(byte[] bytes) {
		return send(Attachment.sticker("\uD83D\uDE42", bytes));
	}

	/**
	 * Sends a contact.
	 * @param phoneNumber the phone number in any format
	 * @param firstName the first name
	 * @return identifier of the update
	 */
	public long sendContact(String phoneNumber, String firstName) {
		return send(Attachment.contact(phoneNumber, firstName));
	}

	/**
	 * Sends the user's own contact, as a button with {@code request_contact} does.
	 * @param phoneNumber the phone number in any format
	 * @return identifier of the update
	 */
	public long shareContact(String phoneNumber) {
		return send(Attachment.ownContact(phoneNumber, this.user));
	}

	/**
	 * Sends a location.
	 * @param latitude latitude in degrees
	 * @param longitude longitude in degrees
	 * @return identifier of the update
	 */
	public long sendLocation(double latitude, double longitude) {
		return send(Attachment.location(latitude, longitude));
	}

	/**
	 * Forwards a message to the chat.
	 * @param message a message of any chat
	 * @return identifier of the update
	 * @throws IllegalArgumentException if the user may not send it in the chat
	 */
	public long forward(ChatMessage message) {
		Chat target = chatFor(message.kind());
		Chat source = this.world.chats().chat(message.chatId());
		if (source == null) {
			throw new IllegalArgumentException("There is no chat " + message.chatId() + " in this emulator.");
		}
		return conversation().forward(this.user, target, source, message.toMessage()).updateId();
	}

	/**
	 * Edits a message of the user.
	 * @param messageId identifier of the message
	 * @param text the new text or caption, not blank, at most 4096 characters
	 * @return identifier of the update
	 * @throws IllegalArgumentException if the user has not sent such a message
	 */
	public long edit(long messageId, String text) {
		return conversation().edit(this.user, chatAsMember(), messageId, text);
	}

	/**
	 * Presses an inline button.
	 * @param messageId identifier of the message with the button
	 * @param data callback data of the button
	 * @return identifier of the update
	 * @throws IllegalArgumentException if the message has no such button
	 */
	public long press(long messageId, String data) {
		return conversation().press(this.user, chatAsMember(), messageId, data).updateId();
	}

	/**
	 * Presses the newest inline button with the callback data.
	 * @param data callback data of the button
	 * @return identifier of the update
	 * @throws IllegalArgumentException if there is no such button
	 */
	public long press(String data) {
		return conversation().press(this.user, chatAsMember(), data).updateId();
	}

	/**
	 * Deletes a message for everyone in the chat. The bot receives no update.
	 * @param messageId identifier of the message
	 * @throws IllegalArgumentException if there is no such message, or if the user may
	 * not delete it
	 */
	public void delete(long messageId) {
		conversation().delete(this.user, chatAsMember(), messageId);
	}

	/**
	 * Pins or unpins a message. The bot receives an update only with the quirk
	 * {@link Quirk#PIN_MESSAGES}.
	 * @param messageId identifier of the message
	 * @param pinned whether to pin it
	 * @throws IllegalArgumentException if there is no such message, or if the user may
	 * not pin it
	 */
	public void pin(long messageId, boolean pinned) {
		conversation().pin(this.user, chatAsMember(), messageId, pinned);
	}

	/**
	 * Starts to pay an invoice; the bot receives the pre-checkout query.
	 * @param messageId identifier of the invoice message
	 * @return the payment, which is pending
	 * @throws IllegalArgumentException if the message is not an invoice
	 */
	public Payment pay(long messageId) {
		return new Payment(conversation().pay(this.user, chatAsMember(), messageId, false));
	}

	/**
	 * Returns the chat for an action other than sending.
	 * @return the chat
	 * @throws IllegalArgumentException if the user is not a member of the chat
	 */
	abstract Chat chatAsMember();

	/**
	 * Returns the chat for sending a message.
	 * @param kind the kind of message
	 * @return the chat
	 * @throws IllegalArgumentException if the user may not send it
	 */
	abstract Chat chatFor(String kind);

	User user() {
		return this.user;
	}

	World world() {
		return this.world;
	}

	private Conversation conversation() {
		return this.world.conversation();
	}

}
