package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * Where a forwarded message comes from: Bale's undocumented {@code ForwardOrigin}, which
 * comes beside the older fields of a message.
 *
 * @param type {@code user} or {@code channel}; other values are kept
 * @param date moment of the first sending, in Unix seconds
 * @param senderUser the first sender
 * @param chat the channel
 * @param messageId identifier of the message in the channel
 * @param unknownFields what Bale sent and this version does not know
 * @since 0.1.0
 */
public record ForwardOrigin(@Nullable String type, @Nullable Long date, @Nullable User senderUser, @Nullable Chat chat,
		@Nullable Long messageId, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ForwardOrigin {
		type = Received.text(type);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a forward origin without unknown fields.
	 * @param type {@code user} or {@code channel}; other values are kept
	 * @param date moment of the first sending, in Unix seconds
	 * @param senderUser the first sender
	 * @param chat the channel
	 * @param messageId identifier of the message in the channel
	 */
	public ForwardOrigin(@Nullable String type, @Nullable Long date, @Nullable User senderUser, @Nullable Chat chat,
			@Nullable Long messageId) {
		this(type, date, senderUser, chat, messageId, Map.of());
	}

	/**
	 * Leaves the unknown fields out: what they hold may be about a person.
	 */
	@Override
	public String toString() {
		return "ForwardOrigin[type=" + this.type + ", date=" + this.date + ", senderUser=" + this.senderUser + ", chat="
				+ this.chat + ", messageId=" + this.messageId + "]";
	}

}
