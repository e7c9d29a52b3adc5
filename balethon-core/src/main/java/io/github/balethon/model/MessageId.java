package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * The result of a copy: Bale's {@code MessageId}.
 *
 * @param messageId identifier of the new message in its chat
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record MessageId(long messageId, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
	public MessageId {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a message id without unknown fields.
	 * @param messageId identifier of the new message in its chat
	 */
	public MessageId(long messageId) {
		this(messageId, Map.of());
	}

	// Only the number is certain, so it may as well come alone.
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static MessageId of(long messageId) {
		return new MessageId(messageId);
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "MessageId[messageId=" + this.messageId + "]";
	}

}
