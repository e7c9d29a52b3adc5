package io.github.balethon.conversation;

/**
 * Key of a conversation. A user has one conversation with a bot in each chat.
 *
 * @param botId identifier of the bot
 * @param chatId identifier of the chat
 * @param userId identifier of the user
 * @since 0.1.0
 */
public record ConversationKey(long botId, long chatId, long userId) {

}
