package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A file of any type: Bale's {@code Document}.
 *
 * @param fileId identifier of the file, for downloads and to send the file again
 * @param fileUniqueId stable identifier of the file, which cannot be used for downloads
 * @param fileName name of the file, as given by the sender
 * @param mimeType MIME type
 * @param thumbnail thumbnail, which Bale also calls {@code thumb}
 * @param fileSize size in bytes
 * @param unknownFields fields that this version does not know
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
	 * @param fileId identifier of the file, for downloads and to send the file again
	 * @param fileUniqueId stable identifier of the file, which cannot be used for
	 * downloads
	 * @param fileName name of the file, as given by the sender
	 * @param mimeType the MIME type
	 * @param thumbnail thumbnail, which Bale also calls {@code thumb}
	 * @param fileSize size in bytes
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
	 * Contains identifiers only, because names of files are texts of users.
	 */
	@Override
	public String toString() {
		return "Document[fileId=" + this.fileId + ", fileSize=" + this.fileSize + "]";
	}

}
