package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * What members may do: Bale's undocumented {@code ChatPermissions}. What is {@code null}
 * is not sent. <pre class="code">
 * ChatPermissions.none().canSendMessages(true);
 * </pre>
 *
 * @param canSendMessages whether they may send texts
 * @param canSendAudios whether they may send audio
 * @param canSendDocuments whether they may send documents
 * @param canSendPhotos whether they may send photos
 * @param canSendVideos whether they may send videos
 * @param canChangeInfo whether they may change title, photo and description
 * @param canInviteUsers whether they may invite people
 * @param canPinMessages whether they may pin messages
 * @since 0.1.0
 */
public record ChatPermissions(@Nullable Boolean canSendMessages, @Nullable Boolean canSendAudios,
		@Nullable Boolean canSendDocuments, @Nullable Boolean canSendPhotos, @Nullable Boolean canSendVideos,
		@Nullable Boolean canChangeInfo, @Nullable Boolean canInviteUsers, @Nullable Boolean canPinMessages) {

	/**
	 * Everything is allowed.
	 * @return the rights
	 */
	public static ChatPermissions all() {
		return new ChatPermissions(true, true, true, true, true, true, true, true);
	}

	/**
	 * Nothing is allowed.
	 * @return the rights
	 */
	public static ChatPermissions none() {
		return new ChatPermissions(false, false, false, false, false, false, false, false);
	}

	/**
	 * These rights, with one changed.
	 * @param allowed whether they may send texts
	 * @return new rights
	 */
	public ChatPermissions canSendMessages(boolean allowed) {
		return new ChatPermissions(allowed, this.canSendAudios, this.canSendDocuments, this.canSendPhotos,
				this.canSendVideos, this.canChangeInfo, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * These rights, with one changed.
	 * @param allowed whether they may send audio
	 * @return new rights
	 */
	public ChatPermissions canSendAudios(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, allowed, this.canSendDocuments, this.canSendPhotos,
				this.canSendVideos, this.canChangeInfo, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * These rights, with one changed.
	 * @param allowed whether they may send documents
	 * @return new rights
	 */
	public ChatPermissions canSendDocuments(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, allowed, this.canSendPhotos,
				this.canSendVideos, this.canChangeInfo, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * These rights, with one changed.
	 * @param allowed whether they may send photos
	 * @return new rights
	 */
	public ChatPermissions canSendPhotos(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, this.canSendDocuments, allowed,
				this.canSendVideos, this.canChangeInfo, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * These rights, with one changed.
	 * @param allowed whether they may send videos
	 * @return new rights
	 */
	public ChatPermissions canSendVideos(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, this.canSendDocuments, this.canSendPhotos,
				allowed, this.canChangeInfo, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * These rights, with one changed.
	 * @param allowed whether they may change title, photo and description
	 * @return new rights
	 */
	public ChatPermissions canChangeInfo(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, this.canSendDocuments, this.canSendPhotos,
				this.canSendVideos, allowed, this.canInviteUsers, this.canPinMessages);
	}

	/**
	 * These rights, with one changed.
	 * @param allowed whether they may invite people
	 * @return new rights
	 */
	public ChatPermissions canInviteUsers(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, this.canSendDocuments, this.canSendPhotos,
				this.canSendVideos, this.canChangeInfo, allowed, this.canPinMessages);
	}

	/**
	 * These rights, with one changed.
	 * @param allowed whether they may pin messages
	 * @return new rights
	 */
	public ChatPermissions canPinMessages(boolean allowed) {
		return new ChatPermissions(this.canSendMessages, this.canSendAudios, this.canSendDocuments, this.canSendPhotos,
				this.canSendVideos, this.canChangeInfo, this.canInviteUsers, allowed);
	}

}
