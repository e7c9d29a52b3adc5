package io.github.balethon.conversation.internal;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.model.Chat;
import io.github.balethon.model.StateTimeout;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The user and the chat of the update that began a state, for which its timeout is
 * handled.
 *
 * @param from the user, or {@code null} if Bale named none
 * @param chat the chat, or {@code null} if the update had none
 * @since 0.1.0
 */
public record TimeoutOrigin(@Nullable User from, @Nullable Chat chat) {

	// Not that of the application, whose settings may change between two versions.
	private static final JsonMapper mapper = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	static byte[] write(Update update) {
		return mapper.writeValueAsBytes(new TimeoutOrigin(update.from(), update.chat()));
	}

	/**
	 * Creates the update for the timeout of a conversation. Its identifier is the same
	 * each time, so that {@code updateKey()} is.
	 * @param stored the conversation, which has a timeout
	 * @return the update, or {@code null} if the user and the chat cannot be read
	 */
	public static @Nullable Update update(StoredConversation stored) {
		byte[] json = stored.origin();
		Instant dueAt = stored.timeoutAt();
		if (json == null || dueAt == null) {
			return null;
		}
		try {
			TimeoutOrigin origin = mapper.readValue(json, TimeoutOrigin.class);
			StateTimeout timeout = new StateTimeout(stored.state(), dueAt, origin.from(), origin.chat());
			// Bale's identifiers are positive.
			return Update.builder(-dueAt.toEpochMilli()).stateTimeout(timeout).build();
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
