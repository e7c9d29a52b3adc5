package io.github.balethon.dispatch;

import io.github.balethon.conversation.ConversationScope;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.internal.HandlerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the order of updates suits the handlers.
 */
final class OrderingChecks {

	private OrderingChecks() {
	}

	/**
	 * Checks the order of updates.
	 * @param ordering the order
	 * @param scope scope of the conversations, or {@code null} if no handler uses them
	 * @param handlers the handlers
	 * @throws InvalidHandlerException if the handlers need another order
	 */
	static void check(Ordering ordering, @Nullable ConversationScope scope, HandlerRegistry handlers) {
		if (scope == ConversationScope.SENDER && ordering == Ordering.CHAT) {
			throw new InvalidHandlerException(
					"Conversations of a sender in all chats cannot be handled in the order of each chat.",
					"Set 'bale.conversation.scope' to sender-in-chat or chat, or 'bale.dispatch.ordering' to sender.");
		}
		if (ordering != Ordering.NONE || scope != null) {
			return;
		}
		if (handlers.hasInterrupts()) {
			throw new InvalidHandlerException("Without an order of updates, interrupts have no lane to overtake.",
					"Set 'bale.dispatch.ordering' to sender or chat, or remove 'interrupt' from the commands.");
		}
		if (handlers.hasCollections()) {
			throw new InvalidHandlerException(
					"Without an order of updates, no handler can take several messages together.",
					"Set 'bale.dispatch.ordering' to sender or chat, or replace List<Message> parameters by Message.");
		}
	}

}
