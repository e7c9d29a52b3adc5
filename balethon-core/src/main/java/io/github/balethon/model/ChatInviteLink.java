package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * An invite link of a chat: Bale's undocumented {@code ChatInviteLink}, of which only the
 * link itself is verified.
 *
 * @param inviteLink the link as sent by Bale, possibly without a scheme; see
 * {@link #url()}
 * @param creator creator of the link
 * @param createsJoinRequest whether users who join must be approved
 * @param isPrimary whether the link is the primary one
 * @param isRevoked whether the link has been revoked
 * @param name name of the link
 * @param expireDate time of expiration, in Unix seconds
 * @param memberLimit maximum number of users who can join by the link
 * @param pendingJoinRequestCount number of pending join requests
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record ChatInviteLink(String inviteLink, @Nullable User creator, @Nullable Boolean createsJoinRequest,
		@Nullable Boolean isPrimary, @Nullable Boolean isRevoked, @Nullable String name, @Nullable Long expireDate,
		@Nullable Integer memberLimit, @Nullable Integer pendingJoinRequestCount,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
	public ChatInviteLink {
		inviteLink = Received.textOrEmpty(inviteLink);
		name = Received.text(name);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a chat invite link without unknown fields.
	 * @param inviteLink the link as sent by Bale, possibly without a scheme; see
	 * {@link #url()}
	 * @param creator creator of the link
	 * @param createsJoinRequest whether users who join must be approved
	 * @param isPrimary whether the link is the primary one
	 * @param isRevoked whether the link has been revoked
	 * @param name name of the link
	 * @param expireDate time of expiration, in Unix seconds
	 * @param memberLimit maximum number of users who can join by the link
	 * @param pendingJoinRequestCount number of pending join requests
	 */
	public ChatInviteLink(String inviteLink, @Nullable User creator, @Nullable Boolean createsJoinRequest,
			@Nullable Boolean isPrimary, @Nullable Boolean isRevoked, @Nullable String name, @Nullable Long expireDate,
			@Nullable Integer memberLimit, @Nullable Integer pendingJoinRequestCount) {
		this(inviteLink, creator, createsJoinRequest, isPrimary, isRevoked, name, expireDate, memberLimit,
				pendingJoinRequestCount, Map.of());
	}

	// Which methods answer with the link alone is not sure.
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static ChatInviteLink of(String inviteLink) {
		return new ChatInviteLink(inviteLink, null, null, null, null, null, null, null, null);
	}

	/**
	 * Returns the link as a URL with a scheme.
	 * @return the URL, or {@code null} if Bale sent none
	 */
	public @Nullable String url() {
		return Links.withScheme(this.inviteLink);
	}

	/**
	 * Omits the link, which grants access to the chat.
	 */
	@Override
	public String toString() {
		return "ChatInviteLink[isPrimary=" + this.isPrimary + ", isRevoked=" + this.isRevoked + "]";
	}

}
