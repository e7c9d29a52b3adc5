package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * The result of an edit: a confirmation, not a message. Bale sends a stub whose message
 * identifier is 0, so this type has none; use the {@link Message} that was edited.
 *
 * @param date time of sending in Unix seconds, if Bale sends it
 * @param editDate time of the edit in Unix seconds, if Bale sends it
 * @param chat the chat of the message, if Bale sends it
 * @param unknownFields fields that this version does not know
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
	 * @param date time of sending in Unix seconds, if Bale sends it
	 * @param editDate time of the edit in Unix seconds, if Bale sends it
	 * @param chat the chat of the message, if Bale sends it
	 */
	public EditedMessage(@Nullable Long date, @Nullable Long editDate, @Nullable Chat chat) {
		this(date, editDate, chat, Map.of());
	}

	@JsonCreator
	static EditedMessage confirmed(boolean done) {
		return new EditedMessage(null, null, null);
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "EditedMessage[date=" + this.date + ", editDate=" + this.editDate + ", chat=" + this.chat + "]";
	}

}
