package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text with a meaning: Bale's {@code MessageEntity}.
 *
 * @param type {@code mention} or {@code bot_command}; other values are kept as they are
 * @param offset start in the text, in the unit of a Java string index
 * @param length length, in the same unit
 * @param url the URL of the entity; not documented by Bale
 * @param user user of the entity; not documented by Bale
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record MessageEntity(@Nullable String type, int offset, int length, @Nullable String url, @Nullable User user,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public MessageEntity {
		type = Received.text(type);
		url = Received.text(url);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a message entity without unknown fields.
	 * @param type {@code mention} or {@code bot_command}; other values are kept as they
	 * are
	 * @param offset start in the text, in the unit of a Java string index
	 * @param length length, in the same unit
	 * @param url the URL of the entity; not documented by Bale
	 * @param user user of the entity; not documented by Bale
	 */
	public MessageEntity(@Nullable String type, int offset, int length, @Nullable String url, @Nullable User user) {
		this(type, offset, length, url, user, Map.of());
	}

	/**
	 * Creates a part without an address or user behind it.
	 * @param type {@code mention} or {@code bot_command}
	 * @param offset the start in the text
	 * @param length the length
	 */
	public MessageEntity(@Nullable String type, int offset, int length) {
		this(type, offset, length, null, null);
	}

	/**
	 * Returns the type of the entity.
	 * @return the type; {@link #type()} returns the text of an unknown one
	 */
	public MessageEntityType kind() {
		return MessageEntityType.of(this.type);
	}

	/**
	 * Returns the part of the text.
	 * @param text the text that the part belongs to
	 * @return the part, cut off where the text ends
	 */
	public String in(String text) {
		int from = Math.min(Math.max(this.offset, 0), text.length());
		int to = (int) Math.min((long) from + Math.max(this.length, 0), text.length());
		return text.substring(from, to);
	}

	/**
	 * Contains the position only, because a URL may contain text of users.
	 */
	@Override
	public String toString() {
		return "MessageEntity[type=" + this.type + ", offset=" + this.offset + ", length=" + this.length + "]";
	}

}
