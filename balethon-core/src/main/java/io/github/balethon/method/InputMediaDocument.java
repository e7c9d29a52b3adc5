package io.github.balethon.method;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * An item of an album: a file of any type.
 *
 * @param media the file
 * @param caption the caption of the file, up to 1024 characters of Markdown
 * @param thumbnail the thumbnail: an upload of a JPEG of less than 200 KB and at most 320
 * pixels per side
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code InputMediaDocument}</a>
 */
public record InputMediaDocument(InputFile media, @Nullable String caption,
		@Nullable InputFile thumbnail) implements InputMedia {

	public InputMediaDocument {
		Parameters.length("caption", caption, 0, Parameters.MAX_ALBUM_CAPTION);
		Parameters.upload("thumbnail", thumbnail);
	}

	/**
	 * Creates an item without a caption.
	 * @param media the file
	 * @return the item
	 */
	public static InputMediaDocument of(InputFile media) {
		return new InputMediaDocument(media, null, null);
	}

	/**
	 * Sets the caption of the file.
	 * @param caption the caption of the file, up to 1024 characters of Markdown
	 * @return a new item
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public InputMediaDocument caption(String caption) {
		return new InputMediaDocument(this.media, caption, this.thumbnail);
	}

	/**
	 * Sets the thumbnail: an upload of a JPEG of less than 200 KB and at most 320 pixels
	 * per side.
	 * @param thumbnail the thumbnail: an upload of a JPEG of less than 200 KB and at most
	 * 320 pixels per side
	 * @return a new item
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public InputMediaDocument thumbnail(InputFile thumbnail) {
		return new InputMediaDocument(this.media, this.caption, thumbnail);
	}

	@Override
	public List<InputFile> files() {
		return (this.thumbnail != null) ? List.of(this.media, this.thumbnail) : List.of(this.media);
	}

	@Override
	public String type() {
		return "document";
	}

	/**
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "InputMediaDocument[media=" + this.media + "]";
	}

}
