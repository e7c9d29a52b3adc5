package io.github.balethon.model;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Target chat of a request: the identifier of a chat, or the username of a channel.
 *
 * @since 0.1.0
 */
public final class ChatId {

	private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

	private static final Pattern USERNAME = Pattern.compile("@[a-zA-Z0-9_]+");

	private final Object value;

	private ChatId(Object value) {
		this.value = value;
	}

	/**
	 * Creates the ID of a chat from its identifier. The identifier of a user is also the
	 * identifier of the private chat.
	 * @param id the identifier of the chat
	 * @return the ID of the chat
	 */
	public static ChatId of(long id) {
		return new ChatId(id);
	}

	/**
	 * Creates the ID of a channel from its username.
	 * @param username the username, with or without the leading at sign
	 * @return the ID of the chat
	 * @throws IllegalArgumentException if the name is empty
	 */
	public static ChatId of(String username) {
		Assert.hasText(username, "'username' of a chat must not be empty");
		return new ChatId(username.startsWith("@") ? username : "@" + username);
	}

	/**
	 * Parses an identifier or a username, as written in annotations and properties.
	 * @param text an identifier such as {@code 1050637241}, or a username with the
	 * leading at sign, such as {@code @my_channel}
	 * @return the ID of the chat
	 * @throws IllegalArgumentException if the text is neither
	 */
	public static ChatId parse(String text) {
		if (NUMBER.matcher(text).matches()) {
			return of(Long.parseLong(text));
		}
		Assert.isTrue(USERNAME.matcher(text).matches(),
				() -> "\"" + text + "\" is not an identifier such as 1050637241 or a username such as @my_channel");
		return of(text);
	}

	// Bale sends some addresses as a number and some as a text; 0 and "" mean none.
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static @Nullable ChatId read(@Nullable Object value) {
		String text = (value != null) ? value.toString().strip() : "";
		if (text.isEmpty() || text.equals("0")) {
			return null;
		}
		return NUMBER.matcher(text).matches() ? of(Long.parseLong(text)) : of(text);
	}

	/**
	 * Returns the value on the wire.
	 * @return a {@link Long}, or a string that starts with an at sign
	 */
	@JsonValue
	public Object value() {
		return this.value;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ChatId that && this.value.equals(that.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
