package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A member of a chat with their rights: the four variants of Bale's {@code ChatMember} in
 * one type. A right that Bale does not send is {@code null}, which means unknown.
 *
 * @param status {@code creator}, {@code administrator}, {@code member} or {@code
 * restricted}; other values are kept
 * @param user the user
 * @param isAnonymous whether the member acts in the name of the chat; not documented by
 * Bale
 * @param canBeEdited whether the bot may change the rights; not documented by Bale
 * @param canDeleteMessages whether messages of others may be deleted
 * @param canManageVideoChats whether video chats may be managed
 * @param canRestrictMembers whether members may be restricted or removed
 * @param canPromoteMembers whether others may be promoted
 * @param canChangeInfo whether title, photo and description may be changed
 * @param canInviteUsers whether users may be invited
 * @param canPostStories whether stories may be posted
 * @param canPostMessages whether messages may be posted in a channel
 * @param canEditMessages whether messages of a channel may be edited
 * @param canPinMessages whether messages may be pinned in a group
 * @param isMember whether a restricted user is a member
 * @param canSendMessages whether a restricted user may send texts
 * @param canSendAudios whether a restricted user may send audio
 * @param canSendDocuments whether a restricted user may send documents
 * @param canSendPhotos whether a restricted user may send photos
 * @param canSendVideos whether a restricted user may send videos
 * @param unknownFields fields that this version does not know, such as further rights
 * @since 0.1.0
 */
public record ChatMember(@Nullable String status, @Nullable User user, @Nullable Boolean isAnonymous,
		@Nullable Boolean canBeEdited, @Nullable Boolean canDeleteMessages, @Nullable Boolean canManageVideoChats,
		@Nullable Boolean canRestrictMembers, @Nullable Boolean canPromoteMembers, @Nullable Boolean canChangeInfo,
		@Nullable Boolean canInviteUsers, @Nullable Boolean canPostStories, @Nullable Boolean canPostMessages,
		@Nullable Boolean canEditMessages, @Nullable Boolean canPinMessages, @Nullable Boolean isMember,
		@Nullable Boolean canSendMessages, @Nullable Boolean canSendAudios, @Nullable Boolean canSendDocuments,
		@Nullable Boolean canSendPhotos, @Nullable Boolean canSendVideos,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ChatMember {
		status = Received.text(status);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Returns the status of the member.
	 * @return the status; {@link #status()} returns the text of an unknown one
	 */
	public ChatMemberStatus kind() {
		return ChatMemberStatus.of(this.status);
	}

	/**
	 * Returns whether the member is the owner or an administrator.
	 * @return {@code true} for the owner and for administrators
	 */
	public boolean administers() {
		ChatMemberStatus kind = kind();
		return kind == ChatMemberStatus.CREATOR || kind == ChatMemberStatus.ADMINISTRATOR;
	}

	/**
	 * Contains the status and the identifier only.
	 */
	@Override
	public String toString() {
		return "ChatMember[status=" + this.status + ", user=" + this.user + "]";
	}

}
