package io.github.balethon.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * What Bale answers to an edit: a confirmation, no message. Bale sends a stub whose
 * message id is 0, so this type has none; go on with the {@link Message} that was edited.
 *
 * @param date moment of sending, in Unix seconds, when Bale says it
 * @param editDate moment of the edit, in Unix seconds, when Bale says it
 * @param chat the chat of the message, when Bale says it
 * @since 0.1.0
 */
public record EditedMessage(@Nullable Long date, @Nullable Long editDate, @Nullable Chat chat) {

	@JsonCreator
	public EditedMessage {
	}

	@JsonCreator
	static EditedMessage confirmed(boolean done) {
		return new EditedMessage(null, null, null);
	}

}
