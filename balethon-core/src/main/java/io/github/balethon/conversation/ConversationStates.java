package io.github.balethon.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Provides the state of conversations, for handlers with
 * {@link io.github.balethon.annotation.BaleHandler#state() state}. Such handlers require
 * a bean of this type. It is invoked once for each update with a sender, on a worker
 * thread, where it may block.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ConversationStates {

	/**
	 * Returns the state of a conversation.
	 * @param key the key of the conversation
	 * @return the state, or {@code null} if there is no conversation
	 */
	@Nullable String current(ConversationKey key);

}
