package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened and that the bot is told of: Bale's {@code Update}. At most one
 * of the optional parts is present; an update of a kind that this version does not know
 * has none.
 *
 * @param updateId number of the update, growing
 * @param message the new message of any kind, service messages too
 * @param editedMessage the new version of a known message
 * @param callbackQuery the press of an inline button
 * @since 0.1.0
 */
public record Update(long updateId, @Nullable Message message, @Nullable Message editedMessage,
		@Nullable CallbackQuery callbackQuery) {

	/**
	 * The person who caused the update.
	 * @return the sender, or {@code null} when Bale names none (channels)
	 */
	public @Nullable User from() {
		if (this.callbackQuery != null) {
			return this.callbackQuery.from();
		}
		Message content = newMessage();
		return (content != null) ? content.from() : null;
	}

	/**
	 * The chat in which the update happened.
	 * @return the chat, or {@code null} when the update has none
	 */
	public @Nullable Chat chat() {
		Message content = newMessage();
		if (content == null && this.callbackQuery != null) {
			content = this.callbackQuery.message();
		}
		return (content != null) ? content.chat() : null;
	}

	private @Nullable Message newMessage() {
		return (this.message != null) ? this.message : this.editedMessage;
	}

}
