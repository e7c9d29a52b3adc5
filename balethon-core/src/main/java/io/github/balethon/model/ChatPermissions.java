package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * The permissions of members: Bale's undocumented {@code ChatPermissions}. A permission
 * that is {@code null} is not sent. <pre class="code">
 * ChatPermissions.none().canSendMessages(true);
 * </pre>
 *
 * @param canSendMessages whether members may send texts
 * @param canSendAudios whether members may send audio
 * @param canSendDocuments whether members may send documents
 * @param canSendPhotos whether members may send photos
 * @param canSendVideos whether members may send videos
 * @param canChangeInfo whether members may change title, photo and description
 * @param canInviteUsers whether members may invite users
 * @param canPinMessages whether members may pin messages
 * @since 0.1.0
 */
public record ChatPermissions(@Nullable Boolean canSendMessages, @Nullable Boolean canSendAudios,
		@Nullable Boolean canSendDocuments, @Nullable Boolean canSendPhotos, @Nullable Boolean canSendVideos,
		@Nullable Boolean canChangeInfo, @Nullable Boolean canInviteUsers, @Nullable Boolean canPinMessages) {

	/**
	 * Creates permissions that allow everything.
	 * @return the permissions
	 */
	public static ChatPermissions all() {
		return new ChatPermissions(true, true, true, true, true, true, true, true);
	}

	/**
	 * Creates permissions that allow nothing.
	 * @return the permissions
	 */
	public static ChatPermissions none() {
		return new ChatPermissions(false, false, false, false, false, false, false, false);
	}

	/**
	 * Returns a copy with one permission changed.
	 * @param allowed whether members may send texts
	 * @return new permissions
	 */
	@CheckReturnValue
	public ChatPermissions canSendMessages(boolean allowed) {
		return new ChatPermissions(allowed, this.canSendAudios, this.canSendDocuments, this.canSendPhotos,
				this.canSendVideos, this.canChangeInfo, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * Returns a copy with one permission changed.
	 * @param allowed whether members may send audio
	 * @return new permissions
	 */
	@CheckReturnValue
	public ChatPermissions canSendAudios(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, allowed, this.canSendDocuments, this.canSendPhotos,
				this.canSendVideos, this.canChangeInfo, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * Returns a copy with one permission changed.
	 * @param allowed whether members may send documents
	 * @return new permissions
	 */
	@CheckReturnValue
	public ChatPermissions canSendDocuments(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, allowed, this.canSendPhotos,
				this.canSendVideos, this.canChangeInfo, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * Returns a copy with one permission changed.
	 * @param allowed whether members may send photos
	 * @return new permissions
	 */
	@CheckReturnValue
	public ChatPermissions canSendPhotos(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, this.canSendDocuments, allowed,
				this.canSendVideos, this.canChangeInfo, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * Returns a copy with one permission changed.
	 * @param allowed whether members may send videos
	 * @return new permissions
	 */
	@CheckReturnValue
	public ChatPermissions canSendVideos(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, this.canSendDocuments, this.canSendPhotos,
				allowed, this.canChangeInfo, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * Returns a copy with one permission changed.
	 * @param allowed whether members may change title, photo and description
	 * @return new permissions
	 */
	@CheckReturnValue
	public ChatPermissions canChangeInfo(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, this.canSendDocuments, this.canSendPhotos,
				this.canSendVideos, allowed, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * Returns a copy with one permission changed.
	 * @param allowed whether members may invite users
	 * @return new permissions
	 */
	@CheckReturnValue
	public ChatPermissions canInviteUsers(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, this.canSendDocuments, this.canSendPhotos,
				this.canSendVideos, this.canChangeInfo, allowed, this.canPinMessages);
	}

	/**
	 * Returns a copy with one permission changed.
	 * @param allowed whether members may pin messages
	 * @return new permissions
	 */
	@CheckReturnValue
	public ChatPermissions canPinMessages(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, this.canSendDocuments, this.canSendPhotos,
				this.canSendVideos, this.canChangeInfo, this.canInviteUsers, allowed);
	}

}
