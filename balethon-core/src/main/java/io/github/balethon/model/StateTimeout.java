package io.github.balethon.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Timeout of a state of a conversation. Not a part of Bale's {@code Update}: no user has
 * caused it, and it has no message.
 *
 * @param state the state with the name of its group
 * @param dueAt the time at which the timeout was due
 * @param from the user whose update began the state, or {@code null} if Bale named none
 * @param chat the chat of that update, or {@code null} if it had none
 * @since 0.1.0
 */
public record StateTimeout(String state, Instant dueAt, @Nullable User from, @Nullable Chat chat) {

}
