package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A file that is ready to be downloaded for about an hour: Bale's {@code File}.
 *
 * @param fileId identifier of the file, for downloads and to send the file again
 * @param fileUniqueId stable identifier of the file, which cannot be used for downloads
 * @param fileSize size in bytes
 * @param filePath path of the file below Bale's base URL of files
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record File(String fileId, String fileUniqueId, @Nullable Long fileSize, @Nullable String filePath,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) implements BaleFile {

	@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
	public File {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		filePath = Received.text(filePath);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a file without unknown fields.
	 * @param fileId identifier of the file, for downloads and to send the file again
	 * @param fileUniqueId stable identifier of the file, which cannot be used for
	 * downloads
	 * @param fileSize size in bytes
	 * @param filePath path of the file below Bale's base URL of files
	 */
	public File(String fileId, String fileUniqueId, @Nullable Long fileSize, @Nullable String filePath) {
		this(fileId, fileUniqueId, fileSize, filePath, Map.of());
	}

	// The upload of a sticker was seen to answer with the id alone.
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static File ofId(String fileId) {
		return new File(fileId, "", null, null);
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "File[fileId=" + this.fileId + ", fileSize=" + this.fileSize + ", filePath=" + this.filePath + "]";
	}

}
