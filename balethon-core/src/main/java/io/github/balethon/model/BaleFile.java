package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A file that Bale keeps: what all types of files have in common. A file id belongs to
 * one bot and one kind of file, and can be sent again without an upload.
 *
 * @since 0.1.0
 */
public sealed interface BaleFile permits Animation, Audio, Document, File, PhotoSize, Sticker, Video, Voice {

	/**
	 * What the file is fetched and sent again by.
	 * @return the id, of any length
	 */
	String fileId();

	/**
	 * What stays the same over time and for all bots; the file cannot be fetched by it.
	 * @return the id, perhaps empty
	 */
	String fileUniqueId();

	/**
	 * The size of the file.
	 * @return the number of bytes, or {@code null} when Bale does not say it
	 */
	@Nullable Long fileSize();

}
