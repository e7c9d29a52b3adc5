package io.github.balethon.dispatch;

import java.time.Duration;

import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

/**
 * An update that a worker has begun and that is not finished.
 *
 * @param updateId identifier of the update
 * @param kind kind of the update
 * @param handler class and method of the handler, such as {@code ShopBot#start}, or
 * {@code null} if none is selected yet
 * @param age time since the update was received
 * @param overdue whether the handler ignores the interrupt at its timeout
 * @since 0.1.0
 */
public record UpdateInProgress(long updateId, UpdateKind kind, @Nullable String handler, Duration age,
		boolean overdue) {

	static UpdateInProgress of(InboxEntry entry, @Nullable BaleHandlerMethod handler, boolean overdue) {
		return new UpdateInProgress(entry.update().updateId(), UpdateKind.of(entry.update()),
				(handler != null) ? handler.toString() : null,
				Duration.ofNanos(System.nanoTime() - entry.receivedNanos()), overdue);
	}

}
