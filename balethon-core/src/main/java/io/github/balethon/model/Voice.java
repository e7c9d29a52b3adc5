package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A voice message: Bale's {@code Voice}.
 *
 * @param fileId what the file is fetched and sent again by
 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
 * @param duration length in seconds; Bale documents none and may leave it out
 * @param mimeType MIME type; undocumented
 * @param fileSize number of bytes
 * @since 0.1.0
 */
public record Voice(String fileId, String fileUniqueId, @Nullable Integer duration, @Nullable String mimeType,
		@Nullable Long fileSize) implements BaleFile {

	public Voice {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		mimeType = Received.text(mimeType);
	}

}
