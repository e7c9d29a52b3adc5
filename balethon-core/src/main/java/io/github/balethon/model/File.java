package io.github.balethon.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A file that is ready to be downloaded for about an hour: Bale's {@code File}.
 *
 * @param fileId what the file is fetched and sent again by
 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
 * @param fileSize number of bytes
 * @param filePath where the file is below Bale's address for files
 * @since 0.1.0
 */
public record File(String fileId, String fileUniqueId, @Nullable Long fileSize,
		@Nullable String filePath) implements BaleFile {

	@JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
	public File {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		filePath = Received.text(filePath);
	}

	// The upload of a sticker was seen to answer with the id alone.
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static File ofId(String fileId) {
		return new File(fileId, "", null, null);
	}

}
