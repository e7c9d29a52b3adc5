package io.github.balethon.model;

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
 * @since 0.1.0
 */
public record Document(String fileId, String fileUniqueId, @Nullable String fileName, @Nullable String mimeType,
		@Nullable PhotoSize thumbnail, @Nullable Long fileSize) implements BaleFile {

	public Document {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		fileName = Received.text(fileName);
		mimeType = Received.text(mimeType);
	}

	@JsonCreator
	static Document read(String fileId, String fileUniqueId, @Nullable String fileName, @Nullable String mimeType,
			@Nullable PhotoSize thumbnail, @Nullable Long fileSize, @Nullable PhotoSize thumb) {
		return new Document(fileId, fileUniqueId, fileName, mimeType, (thumbnail != null) ? thumbnail : thumb,
				fileSize);
	}

	/**
	 * Ids only: names of files are what people wrote.
	 */
	@Override
	public String toString() {
		return "Document[fileId=" + this.fileId + ", fileSize=" + this.fileSize + "]";
	}

}
