package io.github.balethon.method;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One item of an album: a piece of audio, in MP3 or M4A. Bale's {@code InputMediaAudio}.
 *
 * @param media file
 * @param caption text below the file, up to 1024 characters
 * @param thumbnail small picture, an upload of a JPEG below 200 KB and 320 pixels
 * @param duration length in seconds
 * @param title title of the piece
 * @since 0.1.0
 */
public record InputMediaAudio(InputFile media, @Nullable String caption, @Nullable InputFile thumbnail,
		@Nullable Integer duration, @Nullable String title) implements InputMedia {

	/**
	 * An item without a text.
	 * @param media the file
	 * @return the item
	 */
	public static InputMediaAudio of(InputFile media) {
		return new InputMediaAudio(media, null, null, null, null);
	}

	/**
	 * This item, with a text.
	 * @param caption the text, up to 1024 characters
	 * @return a new item
	 * @throws IllegalArgumentException if the text is too long
	 */
	public InputMediaAudio caption(String caption) {
		return new InputMediaAudio(this.media, Parameters.length("caption", caption, 0, Parameters.MAX_ALBUM_CAPTION),
				this.thumbnail, this.duration, this.title);
	}

	/**
	 * This item, with a small picture, which Bale takes only beside an upload.
	 * @param thumbnail an upload of a JPEG below 200 KB and 320 pixels
	 * @return a new item
	 * @throws IllegalArgumentException if the picture is no upload
	 */
	public InputMediaAudio thumbnail(InputFile thumbnail) {
		return new InputMediaAudio(this.media, this.caption, Parameters.upload("thumbnail", thumbnail), this.duration,
				this.title);
	}

	/**
	 * This item, with its duration.
	 * @param duration the length in seconds
	 * @return a new item
	 */
	public InputMediaAudio duration(int duration) {
		return new InputMediaAudio(this.media, this.caption, this.thumbnail, duration, this.title);
	}

	/**
	 * This item, with its title.
	 * @param title the title of the piece
	 * @return a new item
	 */
	public InputMediaAudio title(String title) {
		return new InputMediaAudio(this.media, this.caption, this.thumbnail, this.duration, title);
	}

	@Override
	public String type() {
		return "audio";
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
		return "InputMediaAudio[media=" + this.media + "]";
	}

}
