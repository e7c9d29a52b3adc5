package io.github.balethon.conversation;

/**
 * Key of a conversation. By default, a user has one conversation with a bot in each chat.
 *
 * @param botId identifier of the bot
 * @param chatId identifier of the chat, or 0 if the conversation spans all chats of the
 * user
 * @param userId identifier of the user, or 0 if all members of the chat share the
 * conversation
 * @since 0.1.0
 * @see ConversationScope
 */
public record ConversationKey(long botId, long chatId, long userId) {

}
