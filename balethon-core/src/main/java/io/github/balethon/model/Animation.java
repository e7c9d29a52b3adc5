package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A video without sound, or a GIF: Bale's {@code Animation}.
 *
 * @param fileId identifier of the file, for downloads and to send the file again
 * @param fileUniqueId stable identifier of the file, which cannot be used for downloads
 * @param width width in pixels
 * @param height height in pixels
 * @param duration duration in seconds
 * @param fileName name of the file, as given by the sender
 * @param mimeType MIME type
 * @param thumbnail thumbnail, which Bale also calls {@code thumb}
 * @param fileSize size in bytes
 * @param unknownFields fields that this version does not know
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
	 * @param fileId identifier of the file, for downloads and to send the file again
	 * @param fileUniqueId stable identifier of the file, which cannot be used for
	 * downloads
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param duration duration in seconds
	 * @param fileName name of the file, as given by the sender
	 * @param mimeType the MIME type
	 * @param thumbnail thumbnail, which Bale also calls {@code thumb}
	 * @param fileSize size in bytes
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
	 * Contains identifiers only, because names of files are texts of users.
	 */
	@Override
	public String toString() {
		return "Animation[fileId=" + this.fileId + ", fileSize=" + this.fileSize + "]";
	}

}
