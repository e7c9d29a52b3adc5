package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * All that Bale tells of a chat when it is asked: Bale's {@code ChatFullInfo}.
 *
 * @param id number of the chat
 * @param type {@code private}, {@code group} or {@code channel}; other values are kept
 * @param title title of a group or channel
 * @param username name without the at sign
 * @param firstName first name of the person in a private chat
 * @param lastName last name of the person in a private chat
 * @param photo picture of the chat
 * @param bio what the person in a private chat says of themselves
 * @param description what a group or channel says of itself
 * @param inviteLink invitation, when the bot may see it; Bale's own text, which may have
 * no scheme
 * @param linkedChatId the group for comments on a channel; Bale documents a text and
 * sends a number
 * @param unknownFields what Bale sent and this version does not know, such as fields that
 * have no meaning in Bale
 * @since 0.1.0
 */
public record ChatFullInfo(long id, @Nullable String type, @Nullable String title, @Nullable String username,
		@Nullable String firstName, @Nullable String lastName, @Nullable ChatPhoto photo, @Nullable String bio,
		@Nullable String description, @Nullable String inviteLink, @Nullable ChatId linkedChatId,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ChatFullInfo {
		type = Received.text(type);
		title = Received.text(title);
		username = Received.text(username);
		firstName = Received.text(firstName);
		lastName = Received.text(lastName);
		bio = Received.text(bio);
		description = Received.text(description);
		inviteLink = Received.text(inviteLink);
		unknownFields = Received.unknownFields(unknownFields);
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
	 * The invitation as an address that a browser can open.
	 * @return the address, or {@code null} when the bot may not see it
	 */
	public @Nullable String inviteUrl() {
		return Links.withScheme(this.inviteLink);
	}

	/**
	 * Number and kind only: names are personal data and do not belong into logs.
	 */
	@Override
	public String toString() {
		return "ChatFullInfo[id=" + this.id + ", type=" + this.type + "]";
	}

}
