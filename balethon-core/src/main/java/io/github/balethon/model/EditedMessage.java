package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * What Bale answers to an edit: a confirmation, no message. Bale sends a stub whose
 * message id is 0, so this type has none; go on with the {@link Message} that was edited.
 *
 * @param date moment of sending, in Unix seconds, when Bale says it
 * @param editDate moment of the edit, in Unix seconds, when Bale says it
 * @param chat the chat of the message, when Bale says it
 * @param unknownFields what Bale sent and this version does not know
 * @since 0.1.0
 */
public record EditedMessage(@Nullable Long date, @Nullable Long editDate, @Nullable Chat chat,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	@JsonCreator
	public EditedMessage {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates an edited message without unknown fields.
	 * @param date moment of sending, in Unix seconds, when Bale says it
	 * @param editDate moment of the edit, in Unix seconds, when Bale says it
	 * @param chat the chat of the message, when Bale says it
	 */
	public EditedMessage(@Nullable Long date, @Nullable Long editDate, @Nullable Chat chat) {
		this(date, editDate, chat, Map.of());
	}

	@JsonCreator
	static EditedMessage confirmed(boolean done) {
		return new EditedMessage(null, null, null);
	}

	/**
	 * Leaves the unknown fields out: what they hold may be about a person.
	 */
	@Override
	public String toString() {
		return "EditedMessage[date=" + this.date + ", editDate=" + this.editDate + ", chat=" + this.chat + "]";
	}

}
