package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A sticker: Bale's {@code Sticker}.
 *
 * @param fileId what the sticker is fetched and sent again by
 * @param fileUniqueId stable identifier of the file, which cannot be used for downloads
 * @param type {@code regular} or {@code mask}; other values are kept
 * @param width width in pixels
 * @param height height in pixels
 * @param isAnimated whether it moves; not documented by Bale
 * @param isVideo whether it is a video; not documented by Bale
 * @param setName name of the set it belongs to; not documented by Bale
 * @param emoji emoji that it represents; not documented by Bale
 * @param thumbnail thumbnail, which Bale also calls {@code thumb}
 * @param fileSize size in bytes
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record Sticker(String fileId, String fileUniqueId, @Nullable String type, int width, int height,
		@Nullable Boolean isAnimated, @Nullable Boolean isVideo, @Nullable String setName, @Nullable String emoji,
		@Nullable PhotoSize thumbnail, @Nullable Long fileSize,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) implements BaleFile {

	public Sticker {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		type = Received.text(type);
		setName = Received.text(setName);
		emoji = Received.text(emoji);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a sticker without unknown fields.
	 * @param fileId what the sticker is fetched and sent again by
	 * @param fileUniqueId stable identifier of the file, which cannot be used for
	 * downloads
	 * @param type {@code regular} or {@code mask}; other values are kept
	 * @param width width in pixels
	 * @param height height in pixels
	 * @param isAnimated whether it moves; not documented by Bale
	 * @param isVideo whether it is a video; not documented by Bale
	 * @param setName name of the set it belongs to; not documented by Bale
	 * @param emoji emoji that it represents; not documented by Bale
	 * @param thumbnail thumbnail, which Bale also calls {@code thumb}
	 * @param fileSize size in bytes
	 */
	public Sticker(String fileId, String fileUniqueId, @Nullable String type, int width, int height,
			@Nullable Boolean isAnimated, @Nullable Boolean isVideo, @Nullable String setName, @Nullable String emoji,
			@Nullable PhotoSize thumbnail, @Nullable Long fileSize) {
		this(fileId, fileUniqueId, type, width, height, isAnimated, isVideo, setName, emoji, thumbnail, fileSize,
				Map.of());
	}

	@JsonCreator
	static Sticker read(String fileId, String fileUniqueId, @Nullable String type, int width, int height,
			@Nullable Boolean isAnimated, @Nullable Boolean isVideo, @Nullable String setName, @Nullable String emoji,
			@Nullable PhotoSize thumbnail, @Nullable Long fileSize, @Nullable PhotoSize thumb,
			@JsonAnySetter Map<String, @Nullable Object> unknownFields) {
		return new Sticker(fileId, fileUniqueId, type, width, height, isAnimated, isVideo, setName, emoji,
				(thumbnail != null) ? thumbnail : thumb, fileSize, unknownFields);
	}

	/**
	 * The kind of the sticker.
	 * @return the type; {@link #type()} returns the text of an unknown one
	 */
	public StickerType kind() {
		return StickerType.of(this.type);
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "Sticker[fileId=" + this.fileId + ", type=" + this.type + ", fileSize=" + this.fileSize + "]";
	}

}
