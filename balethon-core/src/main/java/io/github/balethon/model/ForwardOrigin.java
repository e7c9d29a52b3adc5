package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a forwarded message comes from: Bale's undocumented {@code ForwardOrigin}, which
 * comes beside the older fields of a message.
 *
 * @param type {@code user} or {@code channel}; other values are kept
 * @param date moment of the first sending, in Unix seconds
 * @param senderUser the first sender
 * @param chat the channel
 * @param messageId number of the message in the channel
 * @since 0.1.0
 */
public record ForwardOrigin(@Nullable String type, @Nullable Long date, @Nullable User senderUser, @Nullable Chat chat,
		@Nullable Long messageId) {

	public ForwardOrigin {
		type = Received.text(type);
	}

}
