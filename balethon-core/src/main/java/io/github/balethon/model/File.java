package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A file that is ready to be downloaded for about an hour: Bale's {@code File}.
 *
 * @param fileId what the file is fetched and sent again by
 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
 * @param fileSize number of bytes
 * @param filePath where the file is below Bale's address for files
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param fileId what the file is fetched and sent again by
	 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
	 * @param fileSize number of bytes
	 * @param filePath where the file is below Bale's address for files
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
	 * Leaves the unknown fields out: what they hold may be about a person.
	 */
	@Override
	public String toString() {
		return "File[fileId=" + this.fileId + ", fileSize=" + this.fileSize + ", filePath=" + this.filePath + "]";
	}

}
