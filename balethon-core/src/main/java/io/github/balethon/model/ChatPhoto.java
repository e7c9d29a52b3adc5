package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a chat: Bale's {@code ChatPhoto}. The ids are for downloads, until the
 * picture changes.
 *
 * @param smallFileId picture of 160 by 160
 * @param smallFileUniqueId what stays the same over time for the small picture
 * @param bigFileId picture of 640 by 640
 * @param bigFileUniqueId what stays the same over time for the big picture
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param smallFileId picture of 160 by 160
	 * @param smallFileUniqueId what stays the same over time for the small picture
	 * @param bigFileId picture of 640 by 640
	 * @param bigFileUniqueId what stays the same over time for the big picture
	 */
	public ChatPhoto(String smallFileId, String smallFileUniqueId, String bigFileId, String bigFileUniqueId) {
		this(smallFileId, smallFileUniqueId, bigFileId, bigFileUniqueId, Map.of());
	}

	/**
	 * Leaves the unknown fields out: what they hold may be about a person.
	 */
	@Override
	public String toString() {
		return "ChatPhoto[smallFileId=" + this.smallFileId + ", bigFileId=" + this.bigFileId + "]";
	}

}
