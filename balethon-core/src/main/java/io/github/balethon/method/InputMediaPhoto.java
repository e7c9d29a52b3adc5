package io.github.balethon.method;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One item of an album: a photo. Bale's {@code InputMediaPhoto}.
 *
 * @param media file
 * @param caption text below the file, up to 1024 characters
 * @since 0.1.0
 */
public record InputMediaPhoto(InputFile media, @Nullable String caption) implements InputMedia {

	/**
	 * An item without a text.
	 * @param media the file
	 * @return the item
	 */
	public static InputMediaPhoto of(InputFile media) {
		return new InputMediaPhoto(media, null);
	}

	/**
	 * This item, with a text.
	 * @param caption the text, up to 1024 characters
	 * @return a new item
	 * @throws IllegalArgumentException if the text is too long
	 */
	public InputMediaPhoto caption(String caption) {
		return new InputMediaPhoto(this.media, Parameters.length("caption", caption, 0, Parameters.MAX_ALBUM_CAPTION));
	}

	@Override
	public String type() {
		return "photo";
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.media);
	}

	/**
	 * Leaves the text out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "InputMediaPhoto[media=" + this.media + "]";
	}

}
