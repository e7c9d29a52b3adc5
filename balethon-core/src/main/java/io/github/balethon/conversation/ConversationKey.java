package io.github.balethon.conversation;

/**
 * Whose conversation it is: one person has one in each chat.
 *
 * @param botId number of the bot
 * @param chatId number of the chat
 * @param userId number of the person
 * @since 0.1.0
 */
public record ConversationKey(long botId, long chatId, long userId) {

}
