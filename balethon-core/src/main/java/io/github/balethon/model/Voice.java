package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A voice message: Bale's {@code Voice}.
 *
 * @param fileId what the file is fetched and sent again by
 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
 * @param duration length in seconds; Bale documents none and may leave it out
 * @param mimeType MIME type; undocumented
 * @param fileSize number of bytes
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param fileId what the file is fetched and sent again by
	 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
	 * @param duration length in seconds; Bale documents none and may leave it out
	 * @param mimeType the MIME type; undocumented
	 * @param fileSize number of bytes
	 */
	public Voice(String fileId, String fileUniqueId, @Nullable Integer duration, @Nullable String mimeType,
			@Nullable Long fileSize) {
		this(fileId, fileUniqueId, duration, mimeType, fileSize, Map.of());
	}

	/**
	 * Leaves the unknown fields out: what they hold may be about a person.
	 */
	@Override
	public String toString() {
		return "Voice[fileId=" + this.fileId + ", duration=" + this.duration + ", fileSize=" + this.fileSize + "]";
	}

}
