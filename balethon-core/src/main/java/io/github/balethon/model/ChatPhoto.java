package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * The photo of a chat: Bale's {@code ChatPhoto}. The file identifiers are for downloads
 * and are valid until the photo changes.
 *
 * @param smallFileId file identifier of the photo of 160 by 160 pixels
 * @param smallFileUniqueId stable identifier of the small photo
 * @param bigFileId file identifier of the photo of 640 by 640 pixels
 * @param bigFileUniqueId stable identifier of the large photo
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record ChatPhoto(String smallFileId, String smallFileUniqueId, String bigFileId, String bigFileUniqueId,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ChatPhoto {
		smallFileId = Received.textOrEmpty(smallFileId);
		smallFileUniqueId = Received.textOrEmpty(smallFileUniqueId);
		bigFileId = Received.textOrEmpty(bigFileId);
		bigFileUniqueId = Received.textOrEmpty(bigFileUniqueId);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a chat photo without unknown fields.
	 * @param smallFileId file identifier of the photo of 160 by 160 pixels
	 * @param smallFileUniqueId stable identifier of the small photo
	 * @param bigFileId file identifier of the photo of 640 by 640 pixels
	 * @param bigFileUniqueId stable identifier of the large photo
	 */
	public ChatPhoto(String smallFileId, String smallFileUniqueId, String bigFileId, String bigFileUniqueId) {
		this(smallFileId, smallFileUniqueId, bigFileId, bigFileUniqueId, Map.of());
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "ChatPhoto[smallFileId=" + this.smallFileId + ", bigFileId=" + this.bigFileId + "]";
	}

}
