package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * One size of a photo, or the small picture of a file: Bale's {@code PhotoSize}.
 *
 * @param fileId what the file is fetched and sent again by
 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
 * @param width width in pixels
 * @param height height in pixels
 * @param fileSize number of bytes
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param fileId what the file is fetched and sent again by
	 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param fileSize number of bytes
	 */
	public PhotoSize(String fileId, String fileUniqueId, int width, int height, @Nullable Long fileSize) {
		this(fileId, fileUniqueId, width, height, fileSize, Map.of());
	}

	/**
	 * Leaves the unknown fields out: what they hold may be about a person.
	 */
	@Override
	public String toString() {
		return "PhotoSize[fileId=" + this.fileId + ", width=" + this.width + ", height=" + this.height + ", fileSize="
				+ this.fileSize + "]";
	}

}
