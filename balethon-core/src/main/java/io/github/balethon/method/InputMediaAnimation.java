package io.github.balethon.method;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * An item of an album: a video without sound, or a GIF. Bale describes it, but accepts it
 * in no album.
 *
 * @param media the file
 * @param caption the caption of the file, up to 1024 characters of Markdown
 * @param thumbnail the thumbnail: an upload of a JPEG of less than 200 KB and at most 320
 * pixels per side
 * @param width the width in pixels
 * @param height the height in pixels
 * @param duration the duration in seconds
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code InputMediaAnimation}</a>
 */
public record InputMediaAnimation(InputFile media, @Nullable String caption, @Nullable InputFile thumbnail,
		@Nullable Integer width, @Nullable Integer height, @Nullable Integer duration) implements InputMedia {

	public InputMediaAnimation {
		Parameters.length("caption", caption, 0, Parameters.MAX_ALBUM_CAPTION);
		Parameters.upload("thumbnail", thumbnail);
		Parameters.notNegative("width", width);
		Parameters.notNegative("height", height);
		Parameters.notNegative("duration", duration);
	}

	/**
	 * Creates an item without a caption.
	 * @param media the file
	 * @return the item
	 */
	public static InputMediaAnimation of(InputFile media) {
		return new InputMediaAnimation(media, null, null, null, null, null);
	}

	/**
	 * Sets the caption of the file.
	 * @param caption the caption of the file, up to 1024 characters of Markdown
	 * @return a new item
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public InputMediaAnimation caption(String caption) {
		return new InputMediaAnimation(this.media, caption, this.thumbnail, this.width, this.height, this.duration);
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
	public InputMediaAnimation thumbnail(InputFile thumbnail) {
		return new InputMediaAnimation(this.media, this.caption, thumbnail, this.width, this.height, this.duration);
	}

	/**
	 * Sets the width in pixels.
	 * @param width the width in pixels
	 * @return a new item
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public InputMediaAnimation width(int width) {
		return new InputMediaAnimation(this.media, this.caption, this.thumbnail, width, this.height, this.duration);
	}

	/**
	 * Sets the height in pixels.
	 * @param height the height in pixels
	 * @return a new item
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public InputMediaAnimation height(int height) {
		return new InputMediaAnimation(this.media, this.caption, this.thumbnail, this.width, height, this.duration);
	}

	/**
	 * Sets the duration in seconds.
	 * @param duration the duration in seconds
	 * @return a new item
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public InputMediaAnimation duration(int duration) {
		return new InputMediaAnimation(this.media, this.caption, this.thumbnail, this.width, this.height, duration);
	}

	@Override
	public List<InputFile> files() {
		return (this.thumbnail != null) ? List.of(this.media, this.thumbnail) : List.of(this.media);
	}

	@Override
	public String type() {
		return "animation";
	}

	/**
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "InputMediaAnimation[media=" + this.media + "]";
	}

}
