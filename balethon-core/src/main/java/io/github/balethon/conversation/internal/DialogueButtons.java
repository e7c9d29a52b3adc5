package io.github.balethon.conversation.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Callback data of the buttons of a question:
 * <code>~dialogue:{dialogue}:{step}:{option}</code>. An option is identified by its
 * label, so that others can be added while a question is pending.
 *
 * @since 0.1.0
 */
public final class DialogueButtons {

	private static final String PREFIX = "~dialogue:";

	private DialogueButtons() {
	}

	/**
	 * Whether callback data is that of a button of a dialogue.
	 * @param data the callback data
	 * @return {@code true} for buttons of any dialogue
	 */
	public static boolean isButton(@Nullable String data) {
		return data != null && data.startsWith(PREFIX);
	}

	/**
	 * Whether a button belongs to the pending question.
	 * @param data the callback data
	 * @param dialogue the record of the dialogue
	 * @return {@code false} for a button of an earlier question or dialogue
	 */
	public static boolean isCurrent(String data, DialogueRecord dialogue) {
		DialogueStep pending = dialogue.pending();
		return pending != null && pending.kind() == DialogueStep.Kind.CHOOSE
				&& data.startsWith(prefix(dialogue.id(), dialogue.steps().size() - 1));
	}

	static InlineKeyboardMarkup keyboard(String id, int step, Collection<String> labels) {
		List<InlineKeyboardButton> buttons = new ArrayList<>(labels.size());
		labels.forEach((label) -> buttons.add(InlineKeyboardButton.callback(label, data(id, step, label))));
		return InlineKeyboardMarkup.inColumns(1, buttons);
	}

	static String data(String id, int step, String label) {
		return prefix(id, step) + DialogueStep.nameOf(label);
	}

	private static String prefix(String id, int step) {
		return PREFIX + id + ":" + step + ":";
	}

}
