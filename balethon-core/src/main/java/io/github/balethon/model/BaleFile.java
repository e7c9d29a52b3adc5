package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A file stored by Bale: the common supertype of all types of files. The identifier of a
 * file belongs to one bot and one type of file; with it, the file can be sent again
 * without an upload.
 *
 * @since 0.1.0
 */
public sealed interface BaleFile permits Animation, Audio, Document, File, PhotoSize, Sticker, Video, Voice {

	/**
	 * Returns the identifier of the file, for downloads and to send the file again.
	 * @return the identifier, of any length
	 */
	String fileId();

	/**
	 * Returns the stable identifier of the file, which is the same for all bots and
	 * cannot be used for downloads.
	 * @return the identifier, possibly empty
	 */
	String fileUniqueId();

	/**
	 * Returns the size of the file.
	 * @return the size in bytes, or {@code null} if unknown
	 */
	@Nullable Long fileSize();

}
