package io.github.balethon.method;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * An item of an album: a photo.
 *
 * @param media the file
 * @param caption the caption of the file, up to 1024 characters of Markdown
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code InputMediaPhoto}</a>
 */
public record InputMediaPhoto(InputFile media, @Nullable String caption) implements InputMedia {

	public InputMediaPhoto {
		Parameters.length("caption", caption, 0, Parameters.MAX_ALBUM_CAPTION);
	}

	/**
	 * Creates an item without a caption.
	 * @param media the file
	 * @return the item
	 */
	public static InputMediaPhoto of(InputFile media) {
		return new InputMediaPhoto(media, null);
	}

	/**
	 * Sets the caption of the file.
	 * @param caption the caption of the file, up to 1024 characters of Markdown
	 * @return a new item
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public InputMediaPhoto caption(String caption) {
		return new InputMediaPhoto(this.media, caption);
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.media);
	}

	@Override
	public String type() {
		return "photo";
	}

	/**
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "InputMediaPhoto[media=" + this.media + "]";
	}

}
