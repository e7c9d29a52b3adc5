package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A piece of audio: Bale's {@code Audio}.
 *
 * @param fileId what the file is fetched and sent again by
 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
 * @param duration length in seconds
 * @param title title of the piece
 * @param performer who performs it; undocumented
 * @param fileName name that the sender gave the file
 * @param mimeType MIME type
 * @param thumbnail small picture; Bale calls it {@code thumb} at times
 * @param fileSize number of bytes
 * @param unknownFields what Bale sent and this version does not know
 * @since 0.1.0
 */
public record Audio(String fileId, String fileUniqueId, int duration, @Nullable String title,
		@Nullable String performer, @Nullable String fileName, @Nullable String mimeType, @Nullable PhotoSize thumbnail,
		@Nullable Long fileSize,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) implements BaleFile {

	public Audio {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		title = Received.text(title);
		performer = Received.text(performer);
		fileName = Received.text(fileName);
		mimeType = Received.text(mimeType);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates an audio without unknown fields.
	 * @param fileId what the file is fetched and sent again by
	 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
	 * @param duration length in seconds
	 * @param title title of the piece
	 * @param performer who performs it; undocumented
	 * @param fileName name that the sender gave the file
	 * @param mimeType the MIME type
	 * @param thumbnail small picture; Bale calls it {@code thumb} at times
	 * @param fileSize number of bytes
	 */
	public Audio(String fileId, String fileUniqueId, int duration, @Nullable String title, @Nullable String performer,
			@Nullable String fileName, @Nullable String mimeType, @Nullable PhotoSize thumbnail,
			@Nullable Long fileSize) {
		this(fileId, fileUniqueId, duration, title, performer, fileName, mimeType, thumbnail, fileSize, Map.of());
	}

	@JsonCreator
	static Audio read(String fileId, String fileUniqueId, int duration, @Nullable String title,
			@Nullable String performer, @Nullable String fileName, @Nullable String mimeType,
			@Nullable PhotoSize thumbnail, @Nullable Long fileSize, @Nullable PhotoSize thumb,
			@JsonAnySetter Map<String, @Nullable Object> unknownFields) {
		return new Audio(fileId, fileUniqueId, duration, title, performer, fileName, mimeType,
				(thumbnail != null) ? thumbnail : thumb, fileSize, unknownFields);
	}

	/**
	 * Ids only: names of files are what people wrote.
	 */
	@Override
	public String toString() {
		return "Audio[fileId=" + this.fileId + ", fileSize=" + this.fileSize + "]";
	}

}
