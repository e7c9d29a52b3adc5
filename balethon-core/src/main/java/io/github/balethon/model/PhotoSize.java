package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * One size of a photo, or the thumbnail of a file: Bale's {@code PhotoSize}.
 *
 * @param fileId identifier of the file, for downloads and to send the file again
 * @param fileUniqueId stable identifier of the file, which cannot be used for downloads
 * @param width width in pixels
 * @param height height in pixels
 * @param fileSize size in bytes
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record PhotoSize(String fileId, String fileUniqueId, int width, int height, @Nullable Long fileSize,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) implements BaleFile {

	public PhotoSize {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a photo size without unknown fields.
	 * @param fileId identifier of the file, for downloads and to send the file again
	 * @param fileUniqueId stable identifier of the file, which cannot be used for
	 * downloads
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param fileSize size in bytes
	 */
	public PhotoSize(String fileId, String fileUniqueId, int width, int height, @Nullable Long fileSize) {
		this(fileId, fileUniqueId, width, height, fileSize, Map.of());
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "PhotoSize[fileId=" + this.fileId + ", width=" + this.width + ", height=" + this.height + ", fileSize="
				+ this.fileSize + "]";
	}

}
