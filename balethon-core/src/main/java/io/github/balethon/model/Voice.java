package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A voice message: Bale's {@code Voice}.
 *
 * @param fileId identifier of the file, for downloads and to send the file again
 * @param fileUniqueId stable identifier of the file, which cannot be used for downloads
 * @param duration duration in seconds; Bale documents none and may leave it out
 * @param mimeType MIME type; not documented by Bale
 * @param fileSize size in bytes
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record Voice(String fileId, String fileUniqueId, @Nullable Integer duration, @Nullable String mimeType,
		@Nullable Long fileSize,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) implements BaleFile {

	public Voice {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		mimeType = Received.text(mimeType);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a voice without unknown fields.
	 * @param fileId identifier of the file, for downloads and to send the file again
	 * @param fileUniqueId stable identifier of the file, which cannot be used for
	 * downloads
	 * @param duration duration in seconds; Bale documents none and may leave it out
	 * @param mimeType the MIME type; not documented by Bale
	 * @param fileSize size in bytes
	 */
	public Voice(String fileId, String fileUniqueId, @Nullable Integer duration, @Nullable String mimeType,
			@Nullable Long fileSize) {
		this(fileId, fileUniqueId, duration, mimeType, fileSize, Map.of());
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "Voice[fileId=" + this.fileId + ", duration=" + this.duration + ", fileSize=" + this.fileSize + "]";
	}

}
