package io.github.balethon.conversation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A conversation, as a {@link ConversationStore} keeps it.
 *
 * @param key the key of the conversation
 * @param state the state
 * @param data JSON of the data, or {@code null} if there is none
 * @param origin JSON of the user and the chat that a timeout is delivered for, or
 * {@code null} if the state has no timeout
 * @param expiresAt time at which the conversation ends without notice
 * @param timeoutAt time of the timeout of the state, or {@code null} if there is none
 * @since 0.1.0
 */
public record StoredConversation(ConversationKey key, String state, byte @Nullable [] data, byte @Nullable [] origin,
		Instant expiresAt, @Nullable Instant timeoutAt) {

	/**
	 * Returns this conversation without its timeout.
	 * @return the conversation
	 */
	public StoredConversation withoutTimeout() {
		return new StoredConversation(this.key, this.state, this.data, null, this.expiresAt, null);
	}

	/**
	 * Omits the data, which holds what users wrote.
	 */
	@Override
	public String toString() {
		return "StoredConversation[key=" + this.key + ", state=" + this.state + ", expiresAt=" + this.expiresAt
				+ ", timeoutAt=" + this.timeoutAt + "]";
	}

}
