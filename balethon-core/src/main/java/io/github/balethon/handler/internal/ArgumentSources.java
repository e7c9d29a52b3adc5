package io.github.balethon.handler.internal;

import java.util.Map;

import io.github.balethon.conversation.internal.DialogueRecord;
import io.github.balethon.handler.BaleContext;
import org.jspecify.annotations.Nullable;

/**
 * Values that arguments of a handler are resolved from.
 *
 * @param context the context of the update
 * @param captures the variables or groups of the pattern
 * @param words the words after the command, or {@code null} if there is no command
 * @param error the exception, for exception handlers
 * @param dialogue the record of the dialogue that the update resumes, or {@code null} for
 * none
 */
record ArgumentSources(BaleContext context, Map<String, String> captures, @Nullable CommandWords words,
		@Nullable Throwable error, @Nullable DialogueRecord dialogue) {

}
