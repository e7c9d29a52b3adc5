package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * The full information about a chat: Bale's {@code ChatFullInfo}.
 *
 * @param id identifier of the chat
 * @param type {@code private}, {@code group} or {@code channel}; other values are kept
 * @param title title of a group or channel
 * @param username username without the at sign
 * @param firstName first name of the user in a private chat
 * @param lastName last name of the user in a private chat
 * @param photo photo of the chat
 * @param bio biography of the user in a private chat
 * @param description description of a group or channel
 * @param inviteLink invite link, if visible to the bot, as sent by Bale, possibly without
 * a scheme
 * @param linkedChatId identifier of the discussion group of a channel; documented as a
 * text, sent as a number
 * @param unknownFields fields that this version does not know, such as fields that have
 * no meaning in Bale
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
	 * Returns the invite link as a URL with a scheme.
	 * @return the URL, or {@code null} if it is not visible to the bot
	 */
	public @Nullable String inviteUrl() {
		return Links.withScheme(this.inviteLink);
	}

	/**
	 * Contains the identifier and the type only, because names must not appear in logs.
	 */
	@Override
	public String toString() {
		return "ChatFullInfo[id=" + this.id + ", type=" + this.type + "]";
	}

}
