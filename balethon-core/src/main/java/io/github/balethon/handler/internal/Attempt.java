package io.github.balethon.handler.internal;

import java.util.Map;

import io.github.balethon.handler.BaleContext;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a handler is tried for an update.
 *
 * @param context the update
 * @param captures what the pattern of the handler has found
 * @param words what follows the command, or {@code null} if the handler is for none
 * @param error what went wrong, for the method of an error handler
 */
record Attempt(BaleContext context, Map<String, String> captures, @Nullable CommandWords words,
		@Nullable Throwable error) {

}
