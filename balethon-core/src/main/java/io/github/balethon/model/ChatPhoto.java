package io.github.balethon.model;

/**
 * The picture of a chat: Bale's {@code ChatPhoto}. The ids are for downloads, until the
 * picture changes.
 *
 * @param smallFileId picture of 160 by 160
 * @param smallFileUniqueId what stays the same over time for the small picture
 * @param bigFileId picture of 640 by 640
 * @param bigFileUniqueId what stays the same over time for the big picture
 * @since 0.1.0
 */
public record ChatPhoto(String smallFileId, String smallFileUniqueId, String bigFileId, String bigFileUniqueId) {

	public ChatPhoto {
		smallFileId = Received.textOrEmpty(smallFileId);
		smallFileUniqueId = Received.textOrEmpty(smallFileUniqueId);
		bigFileId = Received.textOrEmpty(bigFileId);
		bigFileUniqueId = Received.textOrEmpty(bigFileUniqueId);
	}

}
