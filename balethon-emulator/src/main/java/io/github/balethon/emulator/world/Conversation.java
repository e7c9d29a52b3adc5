package io.github.balethon.emulator.world;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The actions of users. They are serialized, so that identifiers of messages and of
 * updates are assigned in the same order.
 *
 * @since 0.1.0
 */
public final class Conversation {

	/** Stands for the identifier of an update that the bot does not receive. */
	public static final long NO_UPDATE = -1;

	private static final int MOST_IN_ALBUM = 10;

	/** The button that starts a bot again also unblocks it. */
	private static final Pattern START = Pattern.compile("^/start(?=\\s|$)");

	private final UpdatePublisher updates;

	private final MessageRenderer renderer;

	private final Clock clock;

	private final Presses presses;

	private final FileStore files;

	private final Payments payments;

	private final Quirks quirks;

	private final Chats chats;

	private long lastCallback;

	private long lastAlbum;

	Conversation(UpdatePublisher updates, MessageRenderer renderer, Clock clock, Chats chats, Presses presses,
			FileStore files, Payments payments, Quirks quirks) {
		this.updates = updates;
		this.renderer = renderer;
		this.clock = clock;
		this.chats = chats;
		this.presses = presses;
		this.files = files;
		this.payments = payments;
		this.quirks = quirks;
	}

	public synchronized Written write(User user, Chat chat, String text, @Nullable Long replyTo) {
		requireText(text);
		if (chat.isBlocked() && START.matcher(text).find()) {
			chat.block(false);
		}
		return post(user, chat, new MessageDraft.Text(text), replyTo);
	}

	public synchronized Written send(User user, Chat chat, AttachmentDraft attachment, @Nullable Long replyTo) {
		return post(user, chat, attachment.draft(this.files, null), replyTo);
	}

	public synchronized List<Written> sendAlbum(User user, Chat chat, List<AttachmentDraft> attachments) {
		if (attachments.size() < 2 || attachments.size() > MOST_IN_ALBUM
				|| !attachments.stream().allMatch(AttachmentDraft::isForAlbums)) {
			throw new IllegalArgumentException(
					"An album must have 2 to " + MOST_IN_ALBUM + " photos, videos, audio files or documents.");
		}
		String album = newAlbumId();
		List<Written> written = new ArrayList<>();
		for (AttachmentDraft attachment : attachments) {
			written.add(post(user, chat, attachment.draft(this.files, album), null));
		}
		return written;
	}

	public synchronized Written forward(User user, Chat chat, Chat source, Message message) {
		return post(user, chat, new MessageDraft.Forward(source, message, this.chats.hidesSender(message)), null);
	}

	public synchronized long edit(User user, Chat chat, long messageId, String text) {
		requireText(text);
		requireOpen(user, chat);
		Message message = chat.edit(messageId, (old) -> {
			if (old.fromBot() || old.senderId() != user.id()) {
				throw new IllegalArgumentException(
						user.name() + " cannot edit the message " + messageId + " of another sender.");
			}
			if (!old.content().has("text") && !MessageContent.hasMedia(old.content())) {
				throw new IllegalArgumentException("The message " + messageId + " has no text to edit.");
			}
			return old.changed(MessageContent.hasMedia(old.content()) ? MessageContent.withCaption(old.content(), text)
					: MessageContent.withText(old.content(), text), old.replyMarkup());
		});
		if (message == null) {
			throw new IllegalArgumentException(noMessage(chat, messageId));
		}
		return publish(chat, new BotUpdate.MessageEdited(chat, message, now()));
	}

	public synchronized Pressed press(User user, Chat chat, long messageId, String data) {
		Message message = required(chat, messageId);
		if (!InlineKeyboard.hasButton(message.replyMarkup(), data)) {
			throw new IllegalArgumentException("The message " + messageId + " in the chat with " + chat.name()
					+ " has no button with the data '" + data + "'.");
		}
		return press(user, chat, message, data);
	}

	public synchronized Pressed press(User user, Chat chat, String data) {
		Message message = chat.newestWithButton(data);
		if (message == null) {
			throw new IllegalArgumentException(
					"No message in the chat with " + chat.name() + " has a button with the data '" + data + "'.");
		}
		return press(user, chat, message, data);
	}

	/**
	 * Adds a user to a group and publishes the service message.
	 * @param user the user
	 * @param group the group
	 * @return identifier of the update
	 */
	public synchronized long join(User user, GroupChat group) {
		if (group.members().contains(user)) {
			throw new IllegalArgumentException(
					user.name() + " is already a member of the group " + group.title() + ".");
		}
		group.admit(user);
		return serve(user, group, new MessageDraft.MemberJoined(user));
	}

	public synchronized long leave(User user, GroupChat group) {
		group.chatOf(user);
		group.membership().remove(user);
		return serve(user, group, new MessageDraft.MemberLeft(user));
	}

	public synchronized long addBot(User user, GroupChat group) {
		group.chatOf(user);
		group.demoteBot();
		return serve(user, group, new MessageDraft.MemberJoined(null));
	}

	public synchronized long removeBot(User user, GroupChat group) {
		group.chatOf(user);
		if (!group.hasBot()) {
			throw new IllegalArgumentException("The bot is not in the group " + group.title() + ".");
		}
		// The last update that the bot receives from the group.
		long updateId = serve(user, group, new MessageDraft.MemberLeft(null));
		group.removeBot();
		return updateId;
	}

	/**
	 * Deletes a message for all members of the chat. The bot receives no update.
	 * @param user the user
	 * @param chat the chat
	 * @param messageId identifier of the message
	 */
	public synchronized void delete(User user, Chat chat, long messageId) {
		Message message = required(chat, messageId);
		boolean own = !message.fromBot() && message.senderId() == user.id();
		if (!own && !this.chats.mayInGroup(user, chat, "can_delete_messages")) {
			throw new IllegalArgumentException(user.name() + " may not delete the message " + messageId
					+ " of another sender: the right can_delete_messages is missing.");
		}
		chat.delete(messageId);
	}

	/**
	 * Pins or unpins a message.
	 * @param user the user
	 * @param chat the chat
	 * @param messageId identifier of the message
	 * @param pinned whether to pin it
	 * @return identifier of the update with the service message, or {@link #NO_UPDATE}
	 */
	public synchronized long pin(User user, Chat chat, long messageId, boolean pinned) {
		Message message = required(chat, messageId);
		if (!this.chats.mayInGroup(user, chat, "can_pin_messages")) {
			throw new IllegalArgumentException(user.name() + " may not pin messages in " + chat.name()
					+ ": the right can_pin_messages is missing.");
		}
		if (!pinned) {
			chat.unpin(messageId);
			return NO_UPDATE;
		}
		chat.pin(messageId);
		return this.quirks.has(BaleQuirk.PIN_MESSAGES)
				? post(user, chat, new MessageDraft.MessagePinned(chat, message), null).updateId() : NO_UPDATE;
	}

	public synchronized Transaction pay(User user, Chat chat, long messageId, boolean failing) {
		Bill bill = this.payments.bill(chat.id(), messageId);
		if (bill == null) {
			throw new IllegalArgumentException(
					"The message " + messageId + " in the chat with " + chat.name() + " is not an invoice.");
		}
		return pay(user, chat, messageId, bill, failing);
	}

	public synchronized Transaction pay(User user, Chat chat, String link, boolean failing) {
		Bill bill = this.payments.bill(link);
		if (bill == null) {
			throw new IllegalArgumentException("There is no invoice link '" + link + "'.");
		}
		return pay(user, chat, null, bill, failing);
	}

	/**
	 * Publishes the receipt of a payment.
	 * @param payment the payment
	 */
	public synchronized void paid(Transaction payment) {
		Chat chat = this.chats.chat(payment.chatId());
		if (chat != null) {
			// Also from a user who has blocked the bot in the meantime.
			add(payment.payer(), chat, new MessageDraft.Receipt(payment), null);
		}
	}

	/**
	 * Returns an identifier for the messages of an album.
	 * @return a new identifier
	 */
	public synchronized String newAlbumId() {
		return Long.toString(550_000 + ++this.lastAlbum);
	}

	/**
	 * Runs a task between two actions of users.
	 * @param <T> the type of the result
	 * @param task the task
	 * @return the result of the task
	 */
	synchronized <T> T pausing(Supplier<T> task) {
		return task.get();
	}

	synchronized long lastCallback() {
		return this.lastCallback;
	}

	synchronized long lastAlbum() {
		return this.lastAlbum;
	}

	synchronized void restore(long lastCallback, long lastAlbum) {
		this.lastCallback = lastCallback;
		this.lastAlbum = lastAlbum;
	}

	private Transaction pay(User user, Chat chat, @Nullable Long messageId, Bill bill, boolean failing) {
		requireOpen(user, chat);
		Transaction payment = this.payments.start(user, new Transaction.Place(chat.id(), messageId), bill, failing);
		publish(chat, new BotUpdate.CheckoutStarted(payment));
		return payment;
	}

	private long serve(User user, GroupChat group, MessageDraft draft) {
		return post(user, group.chat(), draft, null).updateId();
	}

	private Written post(User user, Chat chat, MessageDraft draft, @Nullable Long replyTo) {
		requireOpen(user, chat);
		return add(user, chat, draft, replyTo);
	}

	private Written add(User user, Chat chat, MessageDraft draft, @Nullable Long replyTo) {
		if (replyTo != null && chat.find(replyTo) == null) {
			throw new IllegalArgumentException(noMessage(chat, replyTo));
		}
		Message message = chat
			.add(new NewMessage(false, user.id(), user.name(), this.renderer.render(draft), replyTo, null), now());
		long updateId = publish(chat, new BotUpdate.MessageSent(chat, message));
		return new Written(updateId, message.messageId());
	}

	private Message required(Chat chat, long messageId) {
		Message message = chat.find(messageId);
		if (message == null) {
			throw new IllegalArgumentException(noMessage(chat, messageId));
		}
		return message;
	}

	private Pressed press(User user, Chat chat, Message message, String data) {
		requireOpen(user, chat);
		// An identifier that starts with 1 stands for an old client.
		String id = (this.quirks.has(BaleQuirk.OLD_CLIENTS) ? "1" : "2") + "%09d".formatted(++this.lastCallback);
		// Before the update, which the bot may answer immediately.
		this.presses.add(new Presses.Press(id, user.id(), chat.id(), message.messageId(), data));
		return new Pressed(publish(chat, new BotUpdate.ButtonPressed(id, user, chat, message, data)), id);
	}

	/**
	 * Publishes an update, unless the bot is not in the chat.
	 * @param chat the chat of the update
	 * @param update the update
	 * @return identifier of the update, or {@link #NO_UPDATE}
	 */
	private long publish(Chat chat, BotUpdate update) {
		return chat.hasBot() ? this.updates.publish(update) : NO_UPDATE;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	private String noMessage(Chat chat, long messageId) {
		return "There is no message " + messageId + " in the chat with " + chat.name() + ".";
	}

	private void requireOpen(User user, Chat chat) {
		if (this.chats.chat(chat.id()) != chat) {
			throw new IllegalStateException("The chat with " + chat.name()
					+ " was removed when the emulator was reset. Create users and groups after that.");
		}
		if (chat.isBlocked()) {
			throw new IllegalArgumentException(
					user.name() + " has blocked the bot. Unblock it, or write /start, which unblocks it.");
		}
	}

	private void requireText(String text) {
		if (text.isBlank()) {
			throw new IllegalArgumentException("A user cannot send a message without text.");
		}
		int length = text.codePointCount(0, text.length());
		if (length > MessageContent.LONGEST_TEXT) {
			throw new IllegalArgumentException(
					"A text must have at most " + MessageContent.LONGEST_TEXT + " characters, but has " + length + ".");
		}
	}

	/**
	 * A message of a user.
	 *
	 * @param updateId identifier of the update, or {@link #NO_UPDATE}
	 * @param messageId identifier of the message
	 */
	public record Written(long updateId, long messageId) {
	}

	/**
	 * A pressed inline button.
	 *
	 * @param updateId identifier of the update, or {@link #NO_UPDATE}
	 * @param callbackId identifier of the callback query
	 */
	public record Pressed(long updateId, String callbackId) {
	}

}
