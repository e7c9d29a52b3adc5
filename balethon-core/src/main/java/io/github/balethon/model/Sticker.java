package io.github.balethon.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A sticker: Bale's {@code Sticker}.
 *
 * @param fileId what the sticker is fetched and sent again by
 * @param fileUniqueId what stays the same over time; the file cannot be fetched by it
 * @param type {@code regular} or {@code mask}; other values are kept
 * @param width width in pixels
 * @param height height in pixels
 * @param isAnimated whether it moves; undocumented
 * @param isVideo whether it is a video; undocumented
 * @param setName name of the set it belongs to; undocumented
 * @param emoji emoji that it stands for; undocumented
 * @param thumbnail small picture; Bale calls it {@code thumb} at times
 * @param fileSize number of bytes
 * @since 0.1.0
 */
public record Sticker(String fileId, String fileUniqueId, @Nullable String type, int width, int height,
		@Nullable Boolean isAnimated, @Nullable Boolean isVideo, @Nullable String setName, @Nullable String emoji,
		@Nullable PhotoSize thumbnail, @Nullable Long fileSize) implements BaleFile {

	public Sticker {
		fileId = Received.textOrEmpty(fileId);
		fileUniqueId = Received.textOrEmpty(fileUniqueId);
		type = Received.text(type);
		setName = Received.text(setName);
		emoji = Received.text(emoji);
	}

	@JsonCreator
	static Sticker read(String fileId, String fileUniqueId, @Nullable String type, int width, int height,
			@Nullable Boolean isAnimated, @Nullable Boolean isVideo, @Nullable String setName, @Nullable String emoji,
			@Nullable PhotoSize thumbnail, @Nullable Long fileSize, @Nullable PhotoSize thumb) {
		return new Sticker(fileId, fileUniqueId, type, width, height, isAnimated, isVideo, setName, emoji,
				(thumbnail != null) ? thumbnail : thumb, fileSize);
	}

	/**
	 * The kind of the sticker.
	 * @return the kind; {@link #type()} has the text of one that this version does not
	 * know
	 */
	public StickerType kind() {
		return StickerType.of(this.type);
	}

}
