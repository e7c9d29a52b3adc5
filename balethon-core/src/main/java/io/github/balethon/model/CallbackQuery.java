package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * The press of an inline button: Bale's {@code CallbackQuery}. The button of the person
 * waits until the query is answered.
 *
 * @param id identifier for the answer
 * @param from the person who pressed
 * @param message the message with the button; its content is missing when it is old
 * @param data data of the button; may be data that no button has
 * @param inlineMessageId undocumented
 * @param chatInstance undocumented
 * @param gameShortName undocumented
 * @param unknownFields what Bale sent and this version does not know
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
	 * Creates the press of a button as Bale documents it.
	 * @param id the identifier
	 * @param from the person who pressed
	 * @param message the message with the button
	 * @param data the data of the button
	 */
	public CallbackQuery(String id, @Nullable User from, @Nullable Message message, @Nullable String data) {
		this(id, from, message, data, null, null, null, Map.of());
	}

	/**
	 * Whether the answer to this press can be seen. The app of the person is older than
	 * June 2025 otherwise, and a message has to take the place of a notice.
	 * @return {@code true} if a notice will be shown
	 */
	public boolean showsAnswers() {
		return !this.id.startsWith("1");
	}

	/**
	 * Identifiers only: button data may carry what a person chose.
	 */
	@Override
	public String toString() {
		return "CallbackQuery[id=" + this.id + ", from=" + this.from + ", message=" + this.message + "]";
	}

}
