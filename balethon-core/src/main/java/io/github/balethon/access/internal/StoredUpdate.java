package io.github.balethon.access.internal;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.balethon.annotation.CallbackData;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * An update that is handled later, for updates that a text does not describe: stored data
 * of a button. Signed, as a user must not be able to make up a message.
 *
 * @param json the JSON of the update
 */
@CallbackData(value = "bale-update", signed = true, stored = true)
record StoredUpdate(String json) {

	// Not that of the application, whose settings may change between two versions.
	private static final JsonMapper mapper = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private static final UpdateDecoder decoder = new UpdateDecoder();

	/**
	 * Returns what is needed to handle an update later.
	 * @param update the update
	 * @return the data, or {@code null} if the update has no message
	 */
	static @Nullable StoredUpdate of(Update update) {
		return (update.message() != null || update.editedMessage() != null)
				? new StoredUpdate(mapper.writeValueAsString(update)) : null;
	}

	/**
	 * Returns the update.
	 * @param press the update of the button
	 * @return the update, or {@code null} if another user has pressed the button, who
	 * must not act for the sender
	 */
	@Nullable Update restore(Update press) {
		Update original = decoder.decode(this.json.getBytes(StandardCharsets.UTF_8)).update();
		if (original == null || !isSameUser(original.from(), press.from())) {
			return null;
		}
		return Update.builder(press.updateId())
			.message(original.message())
			.editedMessage(original.editedMessage())
			.build();
	}

	private static boolean isSameUser(@Nullable User sender, @Nullable User other) {
		return sender != null && other != null && sender.id() == other.id();
	}

	/**
	 * Omits the update, which has messages of users.
	 */
	@Override
	public String toString() {
		return "StoredUpdate[chars=" + this.json.length() + "]";
	}

}
