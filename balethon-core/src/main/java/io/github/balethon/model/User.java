package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A user or a bot: Bale's {@code User}.
 *
 * @param id identifier of the user, also that of the private chat with them
 * @param isBot whether this is a bot
 * @param firstName first name; empty for some accounts
 * @param lastName last name
 * @param username username without the at sign
 * @param languageCode IETF language tag; rarely present
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record User(long id, boolean isBot, String firstName, @Nullable String lastName, @Nullable String username,
		@Nullable String languageCode, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public User {
		// Absent for deleted accounts; a name that is not there must not break a
		// greeting.
		firstName = Received.textOrEmpty(firstName);
		lastName = Received.text(lastName);
		username = Received.text(username);
		languageCode = Received.text(languageCode);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a user without unknown fields.
	 * @param id the identifier of the user
	 * @param isBot whether this is a bot
	 * @param firstName the first name
	 * @param lastName the last name
	 * @param username the username without the at sign
	 * @param languageCode the IETF language tag
	 */
	public User(long id, boolean isBot, String firstName, @Nullable String lastName, @Nullable String username,
			@Nullable String languageCode) {
		this(id, isBot, firstName, lastName, username, languageCode, Map.of());
	}

	/**
	 * First and last name.
	 * @return the name as Bale shows it; empty for some accounts
	 */
	public String fullName() {
		return Links.fullName(this.firstName, this.lastName);
	}

	/**
	 * Returns the text that links to this user.
	 * @return the user name with an at sign, or else the full name with a link by
	 * identifier, which Bale does not document
	 */
	public String mention() {
		return Links.mention(this.id, this.username, fullName());
	}

	/**
	 * The address of the user's page.
	 * @return the address, or {@code null} for a user without a user name
	 */
	public @Nullable String link() {
		return Links.toPage(this.username);
	}

	/**
	 * Contains the identifier only, because names are personal data.
	 */
	@Override
	public String toString() {
		return "User[id=" + this.id + "]";
	}

}
