package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A person in a chat with their rights: the four variants of Bale's {@code ChatMember} in
 * one. A right that Bale does not name is {@code null}, which means unknown.
 *
 * @param status {@code creator}, {@code administrator}, {@code member} or {@code
 * restricted}; other values are kept
 * @param user the person
 * @param isAnonymous whether the person acts in the name of the chat; undocumented
 * @param canBeEdited whether the bot may change the rights; undocumented
 * @param canDeleteMessages whether messages of others may be deleted
 * @param canManageVideoChats whether video chats may be managed
 * @param canRestrictMembers whether members may be restricted or removed
 * @param canPromoteMembers whether others may be promoted
 * @param canChangeInfo whether title, photo and description may be changed
 * @param canInviteUsers whether people may be invited
 * @param canPostStories whether stories may be posted
 * @param canPostMessages whether messages may be posted in a channel
 * @param canEditMessages whether messages of a channel may be edited
 * @param canPinMessages whether messages may be pinned in a group
 * @param isMember whether somebody restricted is a member
 * @param canSendMessages whether somebody restricted may send texts
 * @param canSendAudios whether somebody restricted may send audio
 * @param canSendDocuments whether somebody restricted may send documents
 * @param canSendPhotos whether somebody restricted may send photos
 * @param canSendVideos whether somebody restricted may send videos
 * @param unknownFields what Bale sent and this version does not know, such as further
 * rights
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
	 * The rank of the person.
	 * @return the rank; {@link #status()} has the text of one that this version does not
	 * know
	 */
	public ChatMemberStatus kind() {
		return ChatMemberStatus.of(this.status);
	}

	/**
	 * Whether the person is the owner or an administrator.
	 * @return {@code true} for these two ranks
	 */
	public boolean administers() {
		ChatMemberStatus kind = kind();
		return kind == ChatMemberStatus.CREATOR || kind == ChatMemberStatus.ADMINISTRATOR;
	}

	/**
	 * The rank and the number only.
	 */
	@Override
	public String toString() {
		return "ChatMember[status=" + this.status + ", user=" + this.user + "]";
	}

}
