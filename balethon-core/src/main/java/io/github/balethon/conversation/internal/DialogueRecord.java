package io.github.balethon.conversation.internal;

import java.util.List;

import io.github.balethon.conversation.UnreadableConversationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * Record of a dialogue: what a replay of its handler needs.
 *
 * @param id identifies the dialogue in the data of its buttons
 * @param firstText the text of the update that began the dialogue
 * @param steps the steps in their order; the last one may be pending
 * @since 0.1.0
 */
public record DialogueRecord(String id, String firstText, List<DialogueStep> steps) {

	// Not the mapper of the application, whose settings may change.
	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final ConversationData DATA = new ConversationData(MAPPER,
			MAPPER.constructType(DialogueRecord.class));

	/**
	 * Begins a record.
	 * @param updateKey the key of the update, so that a redelivered update begins the
	 * same dialogue
	 * @param firstText the text of the update
	 * @return the record, without steps
	 */
	public static DialogueRecord begin(String updateKey, @Nullable String firstText) {
		return new DialogueRecord(Integer.toHexString(updateKey.hashCode()), (firstText != null) ? firstText : "",
				List.of());
	}

	static DialogueRecord read(String state, byte @Nullable [] json) {
		try {
			Assert.notNull(json, "No record");
			DialogueRecord read = (DialogueRecord) DATA.read(json);
			Assert.isTrue(read.steps != null && read.id != null && read.firstText != null, "Incomplete record");
			return read;
		}
		catch (JacksonException | IllegalArgumentException ex) {
			throw new UnreadableConversationException(state,
					"Record of the dialogue '%s' cannot be read".formatted(state), ex);
		}
	}

	byte[] write() {
		return DATA.write(this);
	}

	/**
	 * Returns the step whose answer is pending.
	 * @return the step, or {@code null} if there is none
	 */
	@Nullable DialogueStep pending() {
		DialogueStep last = this.steps.isEmpty() ? null : this.steps.get(this.steps.size() - 1);
		return (last != null && last.isPending()) ? last : null;
	}

	@Override
	public String toString() {
		return "DialogueRecord[id=" + this.id + ", steps=" + this.steps + "]";
	}

}
