package io.github.balethon.emulator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What people do, and the updates that come of it. One deed after the other, so that the
 * numbers of messages and of updates grow in the same order.
 */
final class Conversation {

	/** Stands for the id of an update where the bot receives none. */
	static final long NO_UPDATE = -1;

	private static final int MOST_IN_ALBUM = 10;

	private final UpdatePublisher updates;

	private final MessageRenderer renderer;

	private final Clock clock;

	private final Presses presses;

	private final FileStore files;

	private final Payments payments;

	private final Quirks quirks;

	private long lastCallback;

	private long lastAlbum;

	Conversation(UpdatePublisher updates, MessageRenderer renderer, Clock clock, Presses presses, FileStore files,
			Payments payments, Quirks quirks) {
		this.updates = updates;
		this.renderer = renderer;
		this.clock = clock;
		this.presses = presses;
		this.files = files;
		this.payments = payments;
		this.quirks = quirks;
	}

	synchronized Written write(Person person, Chat chat, String text, @Nullable Long replyTo) {
		requireText(text);
		return post(person, chat, new MessageDraft.Text(text), replyTo);
	}

	synchronized Written send(Person person, Chat chat, Attachment attachment, @Nullable Long replyTo) {
		return post(person, chat, attachment.draft(this.files, null), replyTo);
	}

	synchronized List<Written> sendAlbum(Person person, Chat chat, List<Attachment> attachments) {
		if (attachments.size() < 2 || attachments.size() > MOST_IN_ALBUM
				|| !attachments.stream().allMatch(Attachment::isForAlbums)) {
			throw new IllegalArgumentException(
					"An album has from 2 to " + MOST_IN_ALBUM + " photos, videos, pieces of music or documents.");
		}
		String album = newAlbumId();
		List<Written> written = new ArrayList<>();
		for (Attachment attachment : attachments) {
			written.add(post(person, chat, attachment.draft(this.files, album), null));
		}
		return written;
	}

	synchronized Written forward(Person person, Chat chat, Chat source, ChatMessage message) {
		return post(person, chat, new MessageDraft.Forward(source, message), null);
	}

	synchronized long edit(Person person, Chat chat, long messageId, String text) {
		requireText(text);
		ChatMessage message = chat.edit(messageId, (old) -> {
			if (old.fromBot() || old.senderId() != person.id()) {
				throw new IllegalArgumentException(
						person.name() + " cannot edit the message " + messageId + ": somebody else wrote it.");
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

	synchronized Pressed press(Person person, Chat chat, long messageId, String data) {
		ChatMessage message = chat.find(messageId);
		if (message == null) {
			throw new IllegalArgumentException(noMessage(chat, messageId));
		}
		if (!InlineKeyboard.hasButton(message.replyMarkup(), data)) {
			throw new IllegalArgumentException("The message " + messageId + " in the chat with " + chat.name()
					+ " has no button with the data '" + data + "'.");
		}
		return press(person, chat, message, data);
	}

	synchronized Pressed press(Person person, Chat chat, String data) {
		ChatMessage message = chat.newestWithButton(data);
		if (message == null) {
			throw new IllegalArgumentException(
					"No message in the chat with " + chat.name() + " has a button with the data '" + data + "'.");
		}
		return press(person, chat, message, data);
	}

	/**
	 * Somebody comes, and everybody can see it.
	 * @param person who
	 * @param group where
	 * @return the id of the update
	 */
	synchronized long join(Person person, Group group) {
		if (group.members().contains(person)) {
			throw new IllegalArgumentException(person.name() + " is in the group " + group.title() + " already.");
		}
		group.admit(person);
		return serve(person, group, new MessageDraft.MemberJoined(person));
	}

	synchronized long leave(Person person, Group group) {
		group.chatOf(person);
		group.membership().remove(person);
		return serve(person, group, new MessageDraft.MemberLeft(person));
	}

	synchronized long addBot(Person person, Group group) {
		group.chatOf(person);
		group.demoteBot();
		return serve(person, group, new MessageDraft.MemberJoined(null));
	}

	synchronized long removeBot(Person person, Group group) {
		group.chatOf(person);
		if (!group.hasBot()) {
			throw new IllegalArgumentException("The bot is not in the group " + group.title() + ".");
		}
		// The last thing that it receives.
		long updateId = serve(person, group, new MessageDraft.MemberLeft(null));
		group.removeBot();
		return updateId;
	}

	synchronized Payment pay(Person person, Chat chat, long messageId) {
		Payment.Bill bill = this.payments.bill(chat.id(), messageId);
		if (bill == null) {
			throw new IllegalArgumentException(
					"The message " + messageId + " in the chat with " + chat.name() + " is no invoice.");
		}
		return pay(person, new Payment.Place(chat, messageId), bill);
	}

	synchronized Payment pay(Person person, Chat chat, String link) {
		Payment.Bill bill = this.payments.bill(link);
		if (bill == null) {
			throw new IllegalArgumentException("The bot has made no invoice link '" + link + "'.");
		}
		return pay(person, new Payment.Place(chat, null), bill);
	}

	/**
	 * The money has changed hands, which the bot is told.
	 * @param payment the payment
	 */
	synchronized void paid(Payment payment) {
		post(payment.payer(), payment.chat(), new MessageDraft.Receipt(payment), null);
	}

	/**
	 * An id for the messages of an album.
	 * @return a new id
	 */
	synchronized String newAlbumId() {
		return Long.toString(550_000 + ++this.lastAlbum);
	}

	private Payment pay(Person person, Payment.Place place, Payment.Bill bill) {
		Payment payment = this.payments.begin(person, place, bill);
		publish(place.chat(), new BotUpdate.CheckoutStarted(payment));
		return payment;
	}

	private long serve(Person person, Group group, MessageDraft draft) {
		return post(person, group.chatItself(), draft, null).updateId();
	}

	private Written post(Person person, Chat chat, MessageDraft draft, @Nullable Long replyTo) {
		if (replyTo != null && chat.find(replyTo) == null) {
			throw new IllegalArgumentException(noMessage(chat, replyTo));
		}
		ChatMessage message = chat
			.add(new Chat.Draft(false, person.id(), person.name(), this.renderer.render(draft), replyTo, null), now());
		long updateId = publish(chat, new BotUpdate.MessageSent(chat, message));
		return new Written(updateId, message.messageId());
	}

	private Pressed press(Person person, Chat chat, ChatMessage message, String data) {
		// An id that starts with 1 says that the person has an old client.
		String id = (this.quirks.has(Quirk.OLD_CLIENTS) ? "1" : "2") + "%09d".formatted(++this.lastCallback);
		// First, as the bot may answer before the update is seen to be added.
		this.presses.add(new Presses.Press(id, person.id(), chat.id(), message.messageId(), data));
		return new Pressed(publish(chat, new BotUpdate.ButtonPressed(id, person, chat, message, data)), id);
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

	private void requireText(String text) {
		if (text.isBlank()) {
			throw new IllegalArgumentException("A person cannot send a message without text.");
		}
		int length = text.codePointCount(0, text.length());
		if (length > Posting.LONGEST_TEXT) {
			throw new IllegalArgumentException(
					"A text has at most " + Posting.LONGEST_TEXT + " characters, not " + length + ".");
		}
	}

	/**
	 * A message that a person has written.
	 *
	 * @param updateId the update that tells the bot, or {@link #NO_UPDATE}
	 * @param messageId the number of the message in its chat
	 */
	record Written(long updateId, long messageId) {
	}

	/**
	 * A button that a person has pressed.
	 *
	 * @param updateId the update that tells the bot, or {@link #NO_UPDATE}
	 * @param callbackId by which the bot answers
	 */
	record Pressed(long updateId, String callbackId) {
	}

}
