package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A person or a bot: Bale's {@code User}.
 *
 * @param id number of the user, also that of the private chat with them
 * @param isBot whether this is a bot
 * @param firstName first name; empty for some accounts
 * @param lastName last name
 * @param username name without the at sign
 * @param languageCode IETF language tag; rarely present
 * @since 0.1.0
 */
public record User(long id, boolean isBot, String firstName, @Nullable String lastName, @Nullable String username,
		@Nullable String languageCode) {

	public User {
		// Absent for deleted accounts; a name that is not there must not break a
		// greeting.
		firstName = (firstName != null) ? firstName : "";
	}

	/**
	 * The number only: names are personal data and do not belong into logs.
	 */
	@Override
	public String toString() {
		return "User[id=" + this.id + "]";
	}

}
