package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
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
 * @param photo picture of the chat; often missing though there is one
 * @param unknownFields what Bale sent and this version does not know
 * @since 0.1.0
 */
public record Chat(long id, @Nullable String type, @Nullable String title, @Nullable String username,
		@Nullable String firstName, @Nullable String lastName, @Nullable ChatPhoto photo,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Chat {
		type = Received.text(type);
		title = Received.text(title);
		username = Received.text(username);
		firstName = Received.text(firstName);
		lastName = Received.text(lastName);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a chat without a picture and unknown fields.
	 * @param id the number of the chat
	 * @param type {@code private}, {@code group} or {@code channel}
	 * @param title the title of a group or channel
	 * @param username the name without the at sign
	 * @param firstName the first name of the person in a private chat
	 * @param lastName the last name of the person in a private chat
	 */
	public Chat(long id, @Nullable String type, @Nullable String title, @Nullable String username,
			@Nullable String firstName, @Nullable String lastName) {
		this(id, type, title, username, firstName, lastName, null, Map.of());
	}

	/**
	 * The kind of the chat.
	 * @return the kind; {@link #type()} has the text of one that this version does not
	 * know
	 */
	public ChatType kind() {
		return ChatType.of(this.type);
	}

	/**
	 * The name as Bale shows it.
	 * @return the title, or the first and last name of the person; may be empty
	 */
	public String fullName() {
		return (this.title != null) ? this.title : Links.fullName(this.firstName, this.lastName);
	}

	/**
	 * What a text has to hold for Bale to link to this chat.
	 * @return the user name with an at sign, or else, for a person, the name with a link
	 * by number, which Bale does not document; {@code null} for a group or channel
	 * without a user name
	 */
	public @Nullable String mention() {
		if (this.username == null && kind() != ChatType.PRIVATE) {
			return null;
		}
		return Links.mention(this.id, this.username, fullName());
	}

	/**
	 * The address of the page of the chat.
	 * @return the address, or {@code null} for a chat without a user name
	 */
	public @Nullable String link() {
		return Links.toPage(this.username);
	}

	/**
	 * Number and kind only: names are personal data and do not belong into logs.
	 */
	@Override
	public String toString() {
		return "Chat[id=" + this.id + ", type=" + this.type + "]";
	}

}
