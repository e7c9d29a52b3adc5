package io.github.balethon.inbox;

import io.github.balethon.model.Update;

/**
 * An update that was accepted and is to be handled.
 *
 * @param update the update
 * @param redelivered whether it may have been handled before
 * @param receivedNanos when it was accepted, as {@link System#nanoTime()}
 * @since 0.1.0
 */
public record InboxEntry(Update update, boolean redelivered, long receivedNanos) {

}
