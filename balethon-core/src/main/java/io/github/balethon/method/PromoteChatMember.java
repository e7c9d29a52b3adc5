package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Makes a person an administrator, or an ordinary member again: Bale's
 * {@code promoteChatMember}. All documented rights are sent, as it is not known what a
 * missing one means. <pre class="code">
 * PromoteChatMember.of(chatId, userId).canDeleteMessages(true).canInviteUsers(true)
 * </pre>
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @param userId person
 * @param canChangeInfo whether the person may change title, photo and description
 * @param canPostMessages whether the person may post in a channel
 * @param canEditMessages whether the person may edit posts of a channel
 * @param canDeleteMessages whether the person may delete messages of others
 * @param canManageVideoChats whether the person may manage video chats
 * @param canInviteUsers whether the person may invite people
 * @param canRestrictMembers whether the person may restrict and remove members
 * @param canPinMessages whether the person may pin messages; undocumented
 * @param canPromoteMembers whether the person may promote others; undocumented
 * @since 0.1.0
 */
public record PromoteChatMember(@Nullable ChatId chatId, long userId, boolean canChangeInfo, boolean canPostMessages,
		boolean canEditMessages, boolean canDeleteMessages, boolean canManageVideoChats, boolean canInviteUsers,
		boolean canRestrictMembers, @Nullable Boolean canPinMessages,
		@Nullable Boolean canPromoteMembers) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return. Without any right the person is
	 * an ordinary member again.
	 * @param userId the number of the person
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static PromoteChatMember of(long userId) {
		return new PromoteChatMember(null, Parameters.userId(userId), false, false, false, false, false, false, false,
				null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}. Without any
	 * right the person is an ordinary member again.
	 * @param chatId the number of the chat
	 * @param userId the number of the person
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static PromoteChatMember of(long chatId, long userId) {
		return of(userId).chatId(ChatId.of(chatId));
	}

	@Override
	public PromoteChatMember chatId(ChatId chatId) {
		return new PromoteChatMember(chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers,
				this.canRestrictMembers, this.canPinMessages, this.canPromoteMembers);
	}

	/**
	 * This request, with one right.
	 * @param granted whether the person may change title, photo and description
	 * @return a new request
	 */
	public PromoteChatMember canChangeInfo(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, granted, this.canPostMessages, this.canEditMessages,
				this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers, this.canRestrictMembers,
				this.canPinMessages, this.canPromoteMembers);
	}

	/**
	 * This request, with one right.
	 * @param granted whether the person may post in a channel
	 * @return a new request
	 */
	public PromoteChatMember canPostMessages(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, granted, this.canEditMessages,
				this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers, this.canRestrictMembers,
				this.canPinMessages, this.canPromoteMembers);
	}

	/**
	 * This request, with one right.
	 * @param granted whether the person may edit posts of a channel
	 * @return a new request
	 */
	public PromoteChatMember canEditMessages(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages, granted,
				this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers, this.canRestrictMembers,
				this.canPinMessages, this.canPromoteMembers);
	}

	/**
	 * This request, with one right.
	 * @param granted whether the person may delete messages of others
	 * @return a new request
	 */
	public PromoteChatMember canDeleteMessages(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, granted, this.canManageVideoChats, this.canInviteUsers, this.canRestrictMembers,
				this.canPinMessages, this.canPromoteMembers);
	}

	/**
	 * This request, with one right.
	 * @param granted whether the person may manage video chats
	 * @return a new request
	 */
	public PromoteChatMember canManageVideoChats(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, granted, this.canInviteUsers, this.canRestrictMembers,
				this.canPinMessages, this.canPromoteMembers);
	}

	/**
	 * This request, with one right.
	 * @param granted whether the person may invite people
	 * @return a new request
	 */
	public PromoteChatMember canInviteUsers(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, granted,
				this.canRestrictMembers, this.canPinMessages, this.canPromoteMembers);
	}

	/**
	 * This request, with one right.
	 * @param granted whether the person may restrict and remove members
	 * @return a new request
	 */
	public PromoteChatMember canRestrictMembers(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers, granted,
				this.canPinMessages, this.canPromoteMembers);
	}

	/**
	 * This request, with one right.
	 * @param granted whether the person may pin messages
	 * @return a new request
	 */
	public PromoteChatMember canPinMessages(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers,
				this.canRestrictMembers, granted, this.canPromoteMembers);
	}

	/**
	 * This request, with one right.
	 * @param granted whether the person may promote others
	 * @return a new request
	 */
	public PromoteChatMember canPromoteMembers(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers,
				this.canRestrictMembers, this.canPinMessages, granted);
	}

	@Override
	public String methodName() {
		return "promoteChatMember";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
