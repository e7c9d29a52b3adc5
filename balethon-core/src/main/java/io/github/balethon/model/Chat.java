package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A chat: Bale's {@code Chat}. Identifiers of all types of chats are positive, so the
 * type is known from {@link #type()} only.
 *
 * @param id identifier of the chat
 * @param type {@code private}, {@code group} or {@code channel}; other values are kept
 * @param title title of a group or channel
 * @param username username without the at sign
 * @param firstName first name of the user in a private chat
 * @param lastName last name of the user in a private chat
 * @param photo photo of the chat; often absent although there is one
 * @param unknownFields fields that this version does not know
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
	 * Creates a chat without a photo and unknown fields.
	 * @param id the identifier of the chat
	 * @param type {@code private}, {@code group} or {@code channel}
	 * @param title the title of a group or channel
	 * @param username the username without the at sign
	 * @param firstName the first name of the user in a private chat
	 * @param lastName the last name of the user in a private chat
	 */
	public Chat(long id, @Nullable String type, @Nullable String title, @Nullable String username,
			@Nullable String firstName, @Nullable String lastName) {
		this(id, type, title, username, firstName, lastName, null, Map.of());
	}

	/**
	 * Returns the type of the chat.
	 * @return the type; {@link #type()} returns the text of an unknown one
	 */
	public ChatType kind() {
		return ChatType.of(this.type);
	}

	/**
	 * Returns the display name.
	 * @return the title, or the first and last name of the user; may be empty
	 */
	public String fullName() {
		return (this.title != null) ? this.title : Links.fullName(this.firstName, this.lastName);
	}

	/**
	 * Returns the Markdown that mentions this chat.
	 * @return the username with an at sign; for a user without a username, a link by
	 * identifier, which Bale does not document; {@code null} for a group or channel
	 * without a username
	 */
	public @Nullable String mention() {
		if (this.username == null && kind() != ChatType.PRIVATE) {
			return null;
		}
		return Links.mention(this.id, this.username, fullName());
	}

	/**
	 * Returns the URL of the page of the chat.
	 * @return the URL, or {@code null} for a chat without a username
	 */
	public @Nullable String link() {
		return Links.toPage(this.username);
	}

	/**
	 * Contains the identifier and the type only, because names must not appear in logs.
	 */
	@Override
	public String toString() {
		return "Chat[id=" + this.id + ", type=" + this.type + "]";
	}

}
