package io.github.balethon.conversation;

import java.time.Instant;
import java.util.List;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Stores conversations. A bean of this type replaces the auto-configured store. Methods
 * are invoked on threads that may block. Updates of one conversation are handled one at a
 * time, so no two threads change the same conversation.
 * <p>
 * A store that cannot be reached throws a {@link ConversationStoreUnavailableException}.
 * The update is then retried until the store is available, however many attempts that
 * takes.
 *
 * @since 0.1.0
 */
public interface ConversationStore {

	/**
	 * Prepares the store. Called when the bot starts, if its handlers use conversations.
	 */
	default void prepare() {
	}

	/**
	 * Loads a conversation for an update, before its handler is selected.
	 * @param key the key of the conversation
	 * @param update the update; if it is delivered again and has changed the conversation
	 * before, the store returns the conversation as it was before that change, as far as
	 * it knows it
	 * @return the conversation, which may have expired, or {@code null} if there is none
	 */
	@Nullable StoredConversation load(ConversationKey key, Update update);

	/**
	 * Saves a change, after the handler of the update has succeeded.
	 * @param change the change
	 */
	void save(ConversationChange change);

	/**
	 * Returns conversations whose timeout is due, those that are due first.
	 * @param botId identifier of the bot
	 * @param now the current time
	 * @param limit the maximum number of conversations
	 * @return the conversations
	 */
	List<StoredConversation> due(long botId, Instant now, int limit);

	/**
	 * Returns the time of the next timeout.
	 * @param botId identifier of the bot
	 * @return the time, which may be past, or {@code null} if there is none
	 */
	@Nullable Instant nextTimeout(long botId);

	/**
	 * Whether changes by updates are written by the inbox, in the transaction that
	 * acknowledges the update. {@link #save} is then invoked for timeouts only.
	 * @return {@code false} by default
	 */
	default boolean isPartOfInbox() {
		return false;
	}

	/**
	 * Reason why the store cannot be reached at present, for the health of the bot. Does
	 * not block.
	 * @return the reason, without any content of conversations, or {@code null} if the
	 * store is available
	 */
	default @Nullable String trouble() {
		return null;
	}

}
