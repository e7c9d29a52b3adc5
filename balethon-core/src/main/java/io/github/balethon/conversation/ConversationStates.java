package io.github.balethon.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Tells which state a conversation is in, for handlers that are meant for one. A bean of
 * this type is needed as soon as a handler names a state. Asked on a worker thread, once
 * for each update of a person, where it may wait.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface ConversationStates {

	/**
	 * The state of a conversation.
	 * @param key whose conversation it is
	 * @return the state, or {@code null} if there is no conversation
	 */
	@Nullable String current(ConversationKey key);

}
