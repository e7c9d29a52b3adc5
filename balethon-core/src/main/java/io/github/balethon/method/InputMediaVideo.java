package io.github.balethon.method;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One item of an album: a video in MPEG-4. Bale's {@code InputMediaVideo}.
 *
 * @param media file
 * @param caption text below the file, up to 1024 characters
 * @param thumbnail small picture, an upload of a JPEG below 200 KB and 320 pixels
 * @param width width in pixels
 * @param height height in pixels
 * @param duration length in seconds
 * @since 0.1.0
 */
public record InputMediaVideo(InputFile media, @Nullable String caption, @Nullable InputFile thumbnail,
		@Nullable Integer width, @Nullable Integer height, @Nullable Integer duration) implements InputMedia {

	/**
	 * An item without a text.
	 * @param media the file
	 * @return the item
	 */
	public static InputMediaVideo of(InputFile media) {
		return new InputMediaVideo(media, null, null, null, null, null);
	}

	/**
	 * This item, with a text.
	 * @param caption the text, up to 1024 characters
	 * @return a new item
	 * @throws IllegalArgumentException if the text is too long
	 */
	public InputMediaVideo caption(String caption) {
		return new InputMediaVideo(this.media, Parameters.length("caption", caption, 0, Parameters.MAX_ALBUM_CAPTION),
				this.thumbnail, this.width, this.height, this.duration);
	}

	/**
	 * This item, with a small picture, which Bale takes only beside an upload.
	 * @param thumbnail an upload of a JPEG below 200 KB and 320 pixels
	 * @return a new item
	 * @throws IllegalArgumentException if the picture is no upload
	 */
	public InputMediaVideo thumbnail(InputFile thumbnail) {
		return new InputMediaVideo(this.media, this.caption, Parameters.upload("thumbnail", thumbnail), this.width,
				this.height, this.duration);
	}

	/**
	 * This item, with its width.
	 * @param width the width in pixels
	 * @return a new item
	 */
	public InputMediaVideo width(int width) {
		return new InputMediaVideo(this.media, this.caption, this.thumbnail, width, this.height, this.duration);
	}

	/**
	 * This item, with its height.
	 * @param height the height in pixels
	 * @return a new item
	 */
	public InputMediaVideo height(int height) {
		return new InputMediaVideo(this.media, this.caption, this.thumbnail, this.width, height, this.duration);
	}

	/**
	 * This item, with its duration.
	 * @param duration the length in seconds
	 * @return a new item
	 */
	public InputMediaVideo duration(int duration) {
		return new InputMediaVideo(this.media, this.caption, this.thumbnail, this.width, this.height, duration);
	}

	@Override
	public String type() {
		return "video";
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
		return "InputMediaVideo[media=" + this.media + "]";
	}

}
