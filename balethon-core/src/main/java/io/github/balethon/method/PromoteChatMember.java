package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Promotes a member to administrator, or demotes an administrator. All documented rights
 * are sent, because it is unknown what a missing one means. <pre class="code">
 * PromoteChatMember.of(chatId, userId).canDeleteMessages(true).canInviteUsers(true)
 * </pre>
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @param userId the identifier of the user
 * @param canChangeInfo whether the user may change the title, the photo and the
 * description
 * @param canPostMessages whether the user may post in the channel
 * @param canEditMessages whether the user may edit the posts of the channel
 * @param canDeleteMessages whether the user may delete messages of other members
 * @param canManageVideoChats whether the user may manage video chats
 * @param canInviteUsers whether the user may invite users
 * @param canRestrictMembers whether the user may restrict and remove members
 * @param canPinMessages whether the user may pin messages; not documented by Bale
 * @param canPromoteMembers whether the user may promote other members; not documented by
 * Bale
 * @param otherRights the rights that Bale does not document, by their names on the wire
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code promoteChatMember}</a>
 */
public record PromoteChatMember(@Nullable ChatId chatId, long userId, boolean canChangeInfo, boolean canPostMessages,
		boolean canEditMessages, boolean canDeleteMessages, boolean canManageVideoChats, boolean canInviteUsers,
		boolean canRestrictMembers, @Nullable Boolean canPinMessages, @Nullable Boolean canPromoteMembers,
		@JsonAnyGetter Map<String, Boolean> otherRights) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	public PromoteChatMember {
		Parameters.userId(userId);
		otherRights = Map.copyOf(otherRights);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers. It grants no
	 * rights, which demotes an administrator.
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static PromoteChatMember of(long userId) {
		return new PromoteChatMember(null, userId, false, false, false, false, false, false, false, null, null,
				Map.of());
	}

	/**
	 * Creates a request for a chat. It grants no rights, which demotes an administrator.
	 * @param chatId the identifier of the chat
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static PromoteChatMember of(long chatId, long userId) {
		return of(userId).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat. It grants no rights, which demotes an administrator.
	 * @param chatId the identifier or username of the chat
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static PromoteChatMember of(ChatId chatId, long userId) {
		return of(userId).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public PromoteChatMember chatId(ChatId chatId) {
		return new PromoteChatMember(chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers,
				this.canRestrictMembers, this.canPinMessages, this.canPromoteMembers, this.otherRights);
	}

	/**
	 * Sets whether the user may change the title, the photo and the description.
	 * @param granted whether to grant this right
	 * @return a new request
	 */
	@CheckReturnValue
	public PromoteChatMember canChangeInfo(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, granted, this.canPostMessages, this.canEditMessages,
				this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers, this.canRestrictMembers,
				this.canPinMessages, this.canPromoteMembers, this.otherRights);
	}

	/**
	 * Sets whether the user may post in the channel.
	 * @param granted whether to grant this right
	 * @return a new request
	 */
	@CheckReturnValue
	public PromoteChatMember canPostMessages(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, granted, this.canEditMessages,
				this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers, this.canRestrictMembers,
				this.canPinMessages, this.canPromoteMembers, this.otherRights);
	}

	/**
	 * Sets whether the user may edit the posts of the channel.
	 * @param granted whether to grant this right
	 * @return a new request
	 */
	@CheckReturnValue
	public PromoteChatMember canEditMessages(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages, granted,
				this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers, this.canRestrictMembers,
				this.canPinMessages, this.canPromoteMembers, this.otherRights);
	}

	/**
	 * Sets whether the user may delete messages of other members.
	 * @param granted whether to grant this right
	 * @return a new request
	 */
	@CheckReturnValue
	public PromoteChatMember canDeleteMessages(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, granted, this.canManageVideoChats, this.canInviteUsers, this.canRestrictMembers,
				this.canPinMessages, this.canPromoteMembers, this.otherRights);
	}

	/**
	 * Sets whether the user may manage video chats.
	 * @param granted whether to grant this right
	 * @return a new request
	 */
	@CheckReturnValue
	public PromoteChatMember canManageVideoChats(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, granted, this.canInviteUsers, this.canRestrictMembers,
				this.canPinMessages, this.canPromoteMembers, this.otherRights);
	}

	/**
	 * Sets whether the user may invite users.
	 * @param granted whether to grant this right
	 * @return a new request
	 */
	@CheckReturnValue
	public PromoteChatMember canInviteUsers(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, granted,
				this.canRestrictMembers, this.canPinMessages, this.canPromoteMembers, this.otherRights);
	}

	/**
	 * Sets whether the user may restrict and remove members.
	 * @param granted whether to grant this right
	 * @return a new request
	 */
	@CheckReturnValue
	public PromoteChatMember canRestrictMembers(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers, granted,
				this.canPinMessages, this.canPromoteMembers, this.otherRights);
	}

	/**
	 * Sets whether the user may pin messages. Not documented by Bale.
	 * @param granted whether to grant this right
	 * @return a new request
	 */
	@CheckReturnValue
	public PromoteChatMember canPinMessages(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers,
				this.canRestrictMembers, granted, this.canPromoteMembers, this.otherRights);
	}

	/**
	 * Sets whether the user may promote other members. Not documented by Bale.
	 * @param granted whether to grant this right
	 * @return a new request
	 */
	@CheckReturnValue
	public PromoteChatMember canPromoteMembers(boolean granted) {
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers,
				this.canRestrictMembers, this.canPinMessages, granted, this.otherRights);
	}

	/**
	 * Sets a right that Bale does not document. Client libraries send
	 * {@code can_send_messages}, {@code can_send_media_messages}, {@code can_send_media},
	 * {@code can_send_gif_stickers}, {@code can_send_gift_packet},
	 * {@code can_send_link_message}, {@code can_send_forwarded_message},
	 * {@code can_reply_to_story}, {@code can_add_story}, {@code can_see_members},
	 * {@code can_start_call} and {@code can_kick_user}.
	 * @param name the name of the right on the wire
	 * @param granted whether to grant this right
	 * @return a new request
	 */
	@CheckReturnValue
	public PromoteChatMember right(String name, boolean granted) {
		Map<String, Boolean> otherRights = new LinkedHashMap<>(this.otherRights);
		otherRights.put(name, granted);
		return new PromoteChatMember(this.chatId, this.userId, this.canChangeInfo, this.canPostMessages,
				this.canEditMessages, this.canDeleteMessages, this.canManageVideoChats, this.canInviteUsers,
				this.canRestrictMembers, this.canPinMessages, this.canPromoteMembers, otherRights);
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
