package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * One size of a photo, or the small picture of a file: Bale's {@code PhotoSize}.
 *
 * @param fileId what the file is fetched and sent again by
 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
 * @param width width in pixels
 * @param height height in pixels
 * @param fileSize number of bytes
 * @since 0.1.0
 */
public record PhotoSize(String fileId, String fileUniqueId, int width, int height,
		@Nullable Long fileSize) implements BaleFile {

	public PhotoSize {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
	}

}
