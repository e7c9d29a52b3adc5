package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to a chat: Bale's undocumented {@code ChatInviteLink}, of which only the
 * link is certain.
 *
 * @param inviteLink Bale's own text of the link, which may have no scheme; see
 * {@link #url()}
 * @param creator who made the link
 * @param createsJoinRequest whether those who come have to be let in
 * @param isPrimary whether it is the main link
 * @param isRevoked whether it is void
 * @param name name of the link
 * @param expireDate moment when it ends, in Unix seconds
 * @param memberLimit how many may come by it
 * @param pendingJoinRequestCount how many wait to be let in
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param inviteLink the text of the link as Bale sent it, which may have no scheme;
	 * see {@link #url()}
	 * @param creator who made the link
	 * @param createsJoinRequest whether those who come have to be let in
	 * @param isPrimary whether it is the main link
	 * @param isRevoked whether it is void
	 * @param name name of the link
	 * @param expireDate moment when it ends, in Unix seconds
	 * @param memberLimit how many may come by it
	 * @param pendingJoinRequestCount how many wait to be let in
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
	 * The link as an address that a browser can open.
	 * @return the address, or {@code null} if Bale sent none
	 */
	public @Nullable String url() {
		return Links.withScheme(this.inviteLink);
	}

	/**
	 * Leaves the link out: whoever has it can come in.
	 */
	@Override
	public String toString() {
		return "ChatInviteLink[isPrimary=" + this.isPrimary + ", isRevoked=" + this.isRevoked + "]";
	}

}
