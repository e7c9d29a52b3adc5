package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a forwarded message: Bale's undocumented {@code ForwardOrigin}, sent in
 * addition to the older fields of a message.
 *
 * @param type {@code user} or {@code channel}; other values are kept
 * @param date time of the original message, in Unix seconds
 * @param senderUser the original sender
 * @param chat the channel
 * @param messageId identifier of the message in the channel
 * @param unknownFields fields that this version does not know
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
	 * @param date time of the original message, in Unix seconds
	 * @param senderUser the original sender
	 * @param chat the channel
	 * @param messageId identifier of the message in the channel
	 */
	public ForwardOrigin(@Nullable String type, @Nullable Long date, @Nullable User senderUser, @Nullable Chat chat,
			@Nullable Long messageId) {
		this(type, date, senderUser, chat, messageId, Map.of());
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "ForwardOrigin[type=" + this.type + ", date=" + this.date + ", senderUser=" + this.senderUser + ", chat="
				+ this.chat + ", messageId=" + this.messageId + "]";
	}

}
