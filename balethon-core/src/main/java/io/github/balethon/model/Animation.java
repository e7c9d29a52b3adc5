package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A video without sound, or a GIF: Bale's {@code Animation}.
 *
 * @param fileId what the file is fetched and sent again by
 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
 * @param width width in pixels
 * @param height height in pixels
 * @param duration length in seconds
 * @param fileName name that the sender gave the file
 * @param mimeType MIME type
 * @param thumbnail small picture; Bale calls it {@code thumb} at times
 * @param fileSize number of bytes
 * @param unknownFields what Bale sent and this version does not know
 * @since 0.1.0
 */
public record Animation(String fileId, String fileUniqueId, int width, int height, int duration,
		@Nullable String fileName, @Nullable String mimeType, @Nullable PhotoSize thumbnail, @Nullable Long fileSize,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) implements BaleFile {

	public Animation {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		fileName = Received.text(fileName);
		mimeType = Received.text(mimeType);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates an animation without unknown fields.
	 * @param fileId what the file is fetched and sent again by
	 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param duration length in seconds
	 * @param fileName name that the sender gave the file
	 * @param mimeType the MIME type
	 * @param thumbnail small picture; Bale calls it {@code thumb} at times
	 * @param fileSize number of bytes
	 */
	public Animation(String fileId, String fileUniqueId, int width, int height, int duration, @Nullable String fileName,
			@Nullable String mimeType, @Nullable PhotoSize thumbnail, @Nullable Long fileSize) {
		this(fileId, fileUniqueId, width, height, duration, fileName, mimeType, thumbnail, fileSize, Map.of());
	}

	@JsonCreator
	static Animation read(String fileId, String fileUniqueId, int width, int height, int duration,
			@Nullable String fileName, @Nullable String mimeType, @Nullable PhotoSize thumbnail,
			@Nullable Long fileSize, @Nullable PhotoSize thumb,
			@JsonAnySetter Map<String, @Nullable Object> unknownFields) {
		return new Animation(fileId, fileUniqueId, width, height, duration, fileName, mimeType,
				(thumbnail != null) ? thumbnail : thumb, fileSize, unknownFields);
	}

	/**
	 * Ids only: names of files are what people wrote.
	 */
	@Override
	public String toString() {
		return "Animation[fileId=" + this.fileId + ", fileSize=" + this.fileSize + "]";
	}

}
