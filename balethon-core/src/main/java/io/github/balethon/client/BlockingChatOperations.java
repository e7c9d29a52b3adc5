package io.github.balethon.client;

import java.util.List;

import io.github.balethon.method.BanChatMember;
import io.github.balethon.method.CreateChatInviteLink;
import io.github.balethon.method.GetChat;
import io.github.balethon.method.GetChatAdministrators;
import io.github.balethon.method.GetChatMember;
import io.github.balethon.method.GetChatMembersCount;
import io.github.balethon.method.LeaveChat;
import io.github.balethon.method.SendChatAction;
import io.github.balethon.method.UnbanChatMember;
import io.github.balethon.model.ChatAction;
import io.github.balethon.model.ChatFullInfo;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatInviteLink;
import io.github.balethon.model.ChatMember;

/**
 * Methods of {@link BlockingBaleClient} about chats and their members. Each of them takes
 * the identifier of a chat, or a {@link ChatId} for the username of a channel.
 *
 * @since 0.1.0
 */
public interface BlockingChatOperations extends BlockingBaleOperations {

	/**
	 * Shows a chat action, such as "typing", for up to 6 seconds.
	 * @param chatId the identifier of the chat
	 * @param action the action
	 * @return {@code true}
	 */
	default Boolean sendChatAction(long chatId, ChatAction action) {
		return execute(SendChatAction.of(chatId, action));
	}

	/**
	 * Shows a chat action, such as "typing", for up to 6 seconds.
	 * @param chatId the identifier or username of the chat
	 * @param action the action
	 * @return {@code true}
	 */
	default Boolean sendChatAction(ChatId chatId, ChatAction action) {
		return execute(SendChatAction.of(chatId, action));
	}

	/**
	 * Returns what Bale knows about a chat or a user.
	 * @param chatId the identifier of the chat
	 * @return the chat
	 */
	default ChatFullInfo getChat(long chatId) {
		return execute(GetChat.of(chatId));
	}

	/**
	 * Returns what Bale knows about a chat or a user.
	 * @param chatId the identifier or username of the chat
	 * @return the chat
	 */
	default ChatFullInfo getChat(ChatId chatId) {
		return execute(GetChat.of(chatId));
	}

	/**
	 * Returns a member of a group or channel. Fails with a {@link BaleApiException} if
	 * the user is not a member.
	 * @param chatId the identifier of the chat
	 * @param userId the identifier of the user
	 * @return the member
	 */
	default ChatMember getChatMember(long chatId, long userId) {
		return execute(GetChatMember.of(chatId, userId));
	}

	/**
	 * Returns a member of a group or channel. Fails with a {@link BaleApiException} if
	 * the user is not a member.
	 * @param chatId the identifier or username of the chat
	 * @param userId the identifier of the user
	 * @return the member
	 */
	default ChatMember getChatMember(ChatId chatId, long userId) {
		return execute(GetChatMember.of(chatId, userId));
	}

	/**
	 * Returns the administrators of a group or channel.
	 * @param chatId the identifier of the chat
	 * @return the administrators
	 */
	default List<ChatMember> getChatAdministrators(long chatId) {
		return execute(GetChatAdministrators.of(chatId));
	}

	/**
	 * Returns the administrators of a group or channel.
	 * @param chatId the identifier or username of the chat
	 * @return the administrators
	 */
	default List<ChatMember> getChatAdministrators(ChatId chatId) {
		return execute(GetChatAdministrators.of(chatId));
	}

	/**
	 * Returns the number of members of a group or channel.
	 * @param chatId the identifier of the chat
	 * @return the number of members
	 */
	default Integer getChatMembersCount(long chatId) {
		return execute(GetChatMembersCount.of(chatId));
	}

	/**
	 * Returns the number of members of a group or channel.
	 * @param chatId the identifier or username of the chat
	 * @return the number of members
	 */
	default Integer getChatMembersCount(ChatId chatId) {
		return execute(GetChatMembersCount.of(chatId));
	}

	/**
	 * Bans a user from a group or channel.
	 * @param chatId the identifier of the chat
	 * @param userId the identifier of the user
	 * @return {@code true}
	 */
	default Boolean banChatMember(long chatId, long userId) {
		return execute(BanChatMember.of(chatId, userId));
	}

	/**
	 * Bans a user from a group or channel.
	 * @param chatId the identifier or username of the chat
	 * @param userId the identifier of the user
	 * @return {@code true}
	 */
	default Boolean banChatMember(ChatId chatId, long userId) {
		return execute(BanChatMember.of(chatId, userId));
	}

	/**
	 * Unbans a user of a group or channel. Does nothing if the user is not banned.
	 * @param chatId the identifier of the chat
	 * @param userId the identifier of the user
	 * @return {@code true}
	 */
	default Boolean unbanChatMember(long chatId, long userId) {
		return execute(UnbanChatMember.of(chatId, userId));
	}

	/**
	 * Unbans a user of a group or channel. Does nothing if the user is not banned.
	 * @param chatId the identifier or username of the chat
	 * @param userId the identifier of the user
	 * @return {@code true}
	 */
	default Boolean unbanChatMember(ChatId chatId, long userId) {
		return execute(UnbanChatMember.of(chatId, userId));
	}

	/**
	 * Creates an additional invite link of a group or channel.
	 * @param chatId the identifier of the chat
	 * @return the invite link
	 */
	default ChatInviteLink createChatInviteLink(long chatId) {
		return execute(CreateChatInviteLink.of(chatId));
	}

	/**
	 * Creates an additional invite link of a group or channel.
	 * @param chatId the identifier or username of the chat
	 * @return the invite link
	 */
	default ChatInviteLink createChatInviteLink(ChatId chatId) {
		return execute(CreateChatInviteLink.of(chatId));
	}

	/**
	 * Leaves a group or channel.
	 * @param chatId the identifier of the chat
	 * @return {@code true}
	 */
	default Boolean leaveChat(long chatId) {
		return execute(LeaveChat.of(chatId));
	}

	/**
	 * Leaves a group or channel.
	 * @param chatId the identifier or username of the chat
	 * @return {@code true}
	 */
	default Boolean leaveChat(ChatId chatId) {
		return execute(LeaveChat.of(chatId));
	}

}
