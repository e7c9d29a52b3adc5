package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A callback query, sent when a user presses an inline button: Bale's
 * {@code CallbackQuery}. The button shows a loading state until the query is answered.
 *
 * @param id identifier of the query
 * @param from the user who pressed the button
 * @param message the message with the button; without content if it is old
 * @param data callback data of the button; can be forged by the client
 * @param inlineMessageId undocumented
 * @param chatInstance undocumented
 * @param gameShortName undocumented
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record CallbackQuery(String id, @Nullable User from, @Nullable Message message, @Nullable String data,
		@Nullable String inlineMessageId, @Nullable String chatInstance, @Nullable String gameShortName,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public CallbackQuery {
		id = Received.textOrEmpty(id);
		data = Received.text(data);
		inlineMessageId = Received.text(inlineMessageId);
		chatInstance = Received.text(chatInstance);
		gameShortName = Received.text(gameShortName);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a callback query with the documented fields.
	 * @param id the identifier
	 * @param from the user who pressed the button
	 * @param message the message with the button
	 * @param data the data of the button
	 */
	public CallbackQuery(String id, @Nullable User from, @Nullable Message message, @Nullable String data) {
		this(id, from, message, data, null, null, null, Map.of());
	}

	/**
	 * Returns whether the client of the user shows the notification of an answer. Clients
	 * older than June 2025 do not; send a message to them instead.
	 * @return {@code true} if a notification will be shown
	 */
	public boolean showsAnswers() {
		return !this.id.startsWith("1");
	}

	/**
	 * Contains identifiers only, because callback data may contain personal data.
	 */
	@Override
	public String toString() {
		return "CallbackQuery[id=" + this.id + ", from=" + this.from + ", message=" + this.message + "]";
	}

}
