package io.github.balethon.method;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One item of an album: a file of any kind. Bale's {@code InputMediaDocument}.
 *
 * @param media file
 * @param caption text below the file, up to 1024 characters
 * @param thumbnail small picture, an upload of a JPEG below 200 KB and 320 pixels
 * @since 0.1.0
 */
public record InputMediaDocument(InputFile media, @Nullable String caption,
		@Nullable InputFile thumbnail) implements InputMedia {

	/**
	 * An item without a text.
	 * @param media the file
	 * @return the item
	 */
	public static InputMediaDocument of(InputFile media) {
		return new InputMediaDocument(media, null, null);
	}

	/**
	 * This item, with a text.
	 * @param caption the text, up to 1024 characters
	 * @return a new item
	 * @throws IllegalArgumentException if the text is too long
	 */
	public InputMediaDocument caption(String caption) {
		return new InputMediaDocument(this.media,
				Parameters.length("caption", caption, 0, Parameters.MAX_ALBUM_CAPTION), this.thumbnail);
	}

	/**
	 * This item, with a small picture, which Bale takes only beside an upload.
	 * @param thumbnail an upload of a JPEG below 200 KB and 320 pixels
	 * @return a new item
	 * @throws IllegalArgumentException if the picture is no upload
	 */
	public InputMediaDocument thumbnail(InputFile thumbnail) {
		return new InputMediaDocument(this.media, this.caption, Parameters.upload("thumbnail", thumbnail));
	}

	@Override
	public String type() {
		return "document";
	}

	@Override
	public List<InputFile> files() {
		return (this.thumbnail != null) ? List.of(this.media, this.thumbnail) : List.of(this.media);
	}

	/**
	 * Leaves the text out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "InputMediaDocument[media=" + this.media + "]";
	}

}
