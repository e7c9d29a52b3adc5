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
 * @param url address behind the part; undocumented
 * @param user user behind the part; undocumented
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param url address behind the part; undocumented
	 * @param user user behind the part; undocumented
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
	 * The kind of the part.
	 * @return the kind; {@link #type()} has the text of one that this version does not
	 * know
	 */
	public MessageEntityType kind() {
		return MessageEntityType.of(this.type);
	}

	/**
	 * The part itself.
	 * @param text the text that the part belongs to
	 * @return the part, cut off where the text ends
	 */
	public String in(String text) {
		int from = Math.min(Math.max(this.offset, 0), text.length());
		int to = (int) Math.min((long) from + Math.max(this.length, 0), text.length());
		return text.substring(from, to);
	}

	/**
	 * The place only: an address may be what somebody wrote.
	 */
	@Override
	public String toString() {
		return "MessageEntity[type=" + this.type + ", offset=" + this.offset + ", length=" + this.length + "]";
	}

}
