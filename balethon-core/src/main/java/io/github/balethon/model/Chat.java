package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A chat: Bale's {@code Chat}. Numbers of all kinds of chats are positive, so only
 * {@link #type()} tells the kind.
 *
 * @param id number of the chat
 * @param type {@code private}, {@code group} or {@code channel}; other values are kept
 * @param title title of a group or channel
 * @param username name without the at sign
 * @param firstName first name of the person in a private chat
 * @param lastName last name of the person in a private chat
 * @since 0.1.0
 */
public record Chat(long id, @Nullable String type, @Nullable String title, @Nullable String username,
		@Nullable String firstName, @Nullable String lastName) {

	/**
	 * Number and kind only: names are personal data and do not belong into logs.
	 */
	@Override
	public String toString() {
		return "Chat[id=" + this.id + ", type=" + this.type + "]";
	}

}
