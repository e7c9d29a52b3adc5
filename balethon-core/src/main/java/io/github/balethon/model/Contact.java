package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A phone number with a name: Bale's {@code Contact}. People can send any number; see
 * {@link #belongsTo}.
 *
 * @param phoneNumber phone number, in a form that Bale does not document
 * @param firstName first name
 * @param lastName last name
 * @param userId identifier of the user whose phone number it is
 * @param unknownFields what Bale sent and this version does not know
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
	 * Whether Bale says that the phone number is that of a user. Ask it with the sender
	 * of the message before trusting a number.
	 * @param user the user, usually the sender
	 * @return {@code true} if the number is theirs
	 */
	public boolean belongsTo(@Nullable User user) {
		return user != null && this.userId != null && this.userId == user.id();
	}

	/**
	 * The number of the user only: phone numbers do not belong into logs.
	 */
	@Override
	public String toString() {
		return "Contact[userId=" + this.userId + "]";
	}

}
