package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A file of any kind: Bale's {@code Document}.
 *
 * @param fileId what the file is fetched and sent again by
 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
 * @param fileName name that the sender gave the file
 * @param mimeType MIME type
 * @param thumbnail small picture; Bale calls it {@code thumb} at times
 * @param fileSize number of bytes
 * @param unknownFields what Bale sent and this version does not know
 * @since 0.1.0
 */
public record Document(String fileId, String fileUniqueId, @Nullable String fileName, @Nullable String mimeType,
		@Nullable PhotoSize thumbnail, @Nullable Long fileSize,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) implements BaleFile {

	public Document {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		fileName = Received.text(fileName);
		mimeType = Received.text(mimeType);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a document without unknown fields.
	 * @param fileId what the file is fetched and sent again by
	 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
	 * @param fileName name that the sender gave the file
	 * @param mimeType the MIME type
	 * @param thumbnail small picture; Bale calls it {@code thumb} at times
	 * @param fileSize number of bytes
	 */
	public Document(String fileId, String fileUniqueId, @Nullable String fileName, @Nullable String mimeType,
			@Nullable PhotoSize thumbnail, @Nullable Long fileSize) {
		this(fileId, fileUniqueId, fileName, mimeType, thumbnail, fileSize, Map.of());
	}

	@JsonCreator
	static Document read(String fileId, String fileUniqueId, @Nullable String fileName, @Nullable String mimeType,
			@Nullable PhotoSize thumbnail, @Nullable Long fileSize, @Nullable PhotoSize thumb,
			@JsonAnySetter Map<String, @Nullable Object> unknownFields) {
		return new Document(fileId, fileUniqueId, fileName, mimeType, (thumbnail != null) ? thumbnail : thumb, fileSize,
				unknownFields);
	}

	/**
	 * Ids only: names of files are what people wrote.
	 */
	@Override
	public String toString() {
		return "Document[fileId=" + this.fileId + ", fileSize=" + this.fileSize + "]";
	}

}
