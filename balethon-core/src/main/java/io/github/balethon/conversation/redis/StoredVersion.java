package io.github.balethon.conversation.redis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.StoredConversation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version of a conversation as JSON. Data and origin are texts, so that they remain the
 * same byte by byte.
 *
 * @param state the state
 * @param data JSON of the data, or {@code null} if there is none
 * @param origin JSON of the user and the chat of the timeout, or {@code null}
 * @param expiresAt time of the expiry in milliseconds since 1970
 * @param timeoutAt time of the timeout in milliseconds since 1970, or {@code null}
 */
record StoredVersion(String state, @Nullable String data, @Nullable String origin, long expiresAt,
		@Nullable Long timeoutAt) {

	private static final JsonMapper mapper = JsonMapper.builder().build();

	static StoredVersion of(StoredConversation stored) {
		Instant timeoutAt = stored.timeoutAt();
		return new StoredVersion(stored.state(), text(stored.data()), text(stored.origin()),
				stored.expiresAt().toEpochMilli(), (timeoutAt != null) ? timeoutAt.toEpochMilli() : null);
	}

	static StoredVersion read(String json) {
		return mapper.readValue(json, StoredVersion.class);
	}

	String write() {
		return mapper.writeValueAsString(this);
	}

	StoredConversation conversation(ConversationKey key) {
		return new StoredConversation(key, this.state, bytes(this.data), bytes(this.origin),
				Instant.ofEpochMilli(this.expiresAt),
				(this.timeoutAt != null) ? Instant.ofEpochMilli(this.timeoutAt) : null);
	}

	private static @Nullable String text(byte @Nullable [] json) {
		return (json != null) ? new String(json, StandardCharsets.UTF_8) : null;
	}

	private static byte @Nullable [] bytes(@Nullable String json) {
		return (json != null) ? json.getBytes(StandardCharsets.UTF_8) : null;
	}

}
