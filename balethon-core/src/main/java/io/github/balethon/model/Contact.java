package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A contact: Bale's {@code Contact}. Users can send any phone number; see
 * {@link #belongsTo}.
 *
 * @param phoneNumber phone number, in a form that Bale does not document
 * @param firstName first name
 * @param lastName last name
 * @param userId identifier of the user whose phone number it is
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record Contact(String phoneNumber, String firstName, @Nullable String lastName, @Nullable Long userId,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Contact {
		phoneNumber = Received.textOrEmpty(phoneNumber);
		firstName = Received.textOrEmpty(firstName);
		lastName = Received.text(lastName);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a contact without unknown fields.
	 * @param phoneNumber phone number, in a form that Bale does not document
	 * @param firstName first name
	 * @param lastName last name
	 * @param userId identifier of the user whose phone number it is
	 */
	public Contact(String phoneNumber, String firstName, @Nullable String lastName, @Nullable Long userId) {
		this(phoneNumber, firstName, lastName, userId, Map.of());
	}

	/**
	 * Returns whether the phone number belongs to a user, according to Bale. Check it
	 * with the sender of the message before trusting the number.
	 * @param user the user, usually the sender
	 * @return {@code true} if the phone number belongs to the user
	 */
	public boolean belongsTo(@Nullable User user) {
		return user != null && this.userId != null && this.userId == user.id();
	}

	/**
	 * Contains the identifier of the user only, because phone numbers must not appear in
	 * logs.
	 */
	@Override
	public String toString() {
		return "Contact[userId=" + this.userId + "]";
	}

}
