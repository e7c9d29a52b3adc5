package io.github.balethon.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * What Bale answers to a copy: Bale's {@code MessageId}.
 *
 * @param messageId number of the new message inside its chat
 * @since 0.1.0
 */
public record MessageId(long messageId) {

	@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
	public MessageId {
	}

	// Only the number is certain, so it may as well come alone.
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static MessageId of(long messageId) {
		return new MessageId(messageId);
	}

}
