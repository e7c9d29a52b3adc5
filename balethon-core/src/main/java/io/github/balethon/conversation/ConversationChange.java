package io.github.balethon.conversation;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Change of a conversation by an update.
 *
 * @param key the key of the conversation
 * @param next the conversation from now on, or {@code null} if it has ended
 * @param update the update that changed it
 * @since 0.1.0
 */
public record ConversationChange(ConversationKey key, @Nullable StoredConversation next, Update update) {

}
