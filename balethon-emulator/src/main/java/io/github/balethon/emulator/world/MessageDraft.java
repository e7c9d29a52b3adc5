package io.github.balethon.emulator.world;

import org.jspecify.annotations.Nullable;

/**
 * Content of a message that a user is about to send. It carries data only; a
 * {@link MessageRenderer} turns it into Bale's fields.
 *
 * @since 0.1.0
 */
public sealed interface MessageDraft {

	/**
	 * A text.
	 *
	 * @param text the text
	 */
	record Text(String text) implements MessageDraft {
	}

	/**
	 * A file of any kind.
	 *
	 * @param file the stored file
	 * @param caption the caption, or {@code null}
	 * @param albumId identifier of the album, or {@code null}
	 */
	record File(StoredFile file, @Nullable String caption, @Nullable String albumId) implements MessageDraft {
	}

	/**
	 * A contact.
	 *
	 * @param phoneNumber the phone number
	 * @param firstName the first name
	 * @param lastName the last name, or {@code null}
	 * @param userId user identifier of the contact, or {@code null}
	 */
	record Contact(String phoneNumber, String firstName, @Nullable String lastName,
			@Nullable Long userId) implements MessageDraft {
	}

	/**
	 * A location.
	 *
	 * @param latitude latitude in degrees
	 * @param longitude longitude in degrees
	 */
	record Location(double latitude, double longitude) implements MessageDraft {
	}

	/**
	 * Data of a mini app.
	 *
	 * @param data the data
	 */
	record WebAppData(String data) implements MessageDraft {
	}

	/**
	 * A forwarded message.
	 *
	 * @param source the chat of the original
	 * @param message the original
	 * @param hidden whether the sender is hidden
	 */
	record Forward(Chat source, Message message, boolean hidden) implements MessageDraft {
	}

	/**
	 * A service message: a member joined the chat.
	 *
	 * @param user the member, or {@code null} for the bot
	 */
	record MemberJoined(@Nullable User user) implements MessageDraft {
	}

	/**
	 * A service message: a member left the chat.
	 *
	 * @param user the member, or {@code null} for the bot
	 */
	record MemberLeft(@Nullable User user) implements MessageDraft {
	}

	/**
	 * A service message: a message was pinned.
	 *
	 * @param chat the chat
	 * @param message the pinned message
	 */
	record MessagePinned(Chat chat, Message message) implements MessageDraft {
	}

	/**
	 * A service message: an invoice was paid.
	 *
	 * @param payment the payment
	 */
	record Receipt(Transaction payment) implements MessageDraft {
	}

}
