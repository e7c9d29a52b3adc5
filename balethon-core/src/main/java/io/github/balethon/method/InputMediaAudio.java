package io.github.balethon.method;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * An item of an album: an audio file in MP3 or M4A.
 *
 * @param media the file
 * @param caption the caption of the file, up to 1024 characters of Markdown
 * @param thumbnail the thumbnail: an upload of a JPEG of less than 200 KB and at most 320
 * pixels per side
 * @param duration the duration in seconds
 * @param title the title of the track
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code InputMediaAudio}</a>
 */
public record InputMediaAudio(InputFile media, @Nullable String caption, @Nullable InputFile thumbnail,
		@Nullable Integer duration, @Nullable String title) implements InputMedia {

	public InputMediaAudio {
		Parameters.length("caption", caption, 0, Parameters.MAX_ALBUM_CAPTION);
		Parameters.upload("thumbnail", thumbnail);
		Parameters.notNegative("duration", duration);
	}

	/**
	 * Creates an item without a caption.
	 * @param media the file
	 * @return the item
	 */
	public static InputMediaAudio of(InputFile media) {
		return new InputMediaAudio(media, null, null, null, null);
	}

	/**
	 * Sets the caption of the file.
	 * @param caption the caption of the file, up to 1024 characters of Markdown
	 * @return a new item
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public InputMediaAudio caption(String caption) {
		return new InputMediaAudio(this.media, caption, this.thumbnail, this.duration, this.title);
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
	public InputMediaAudio thumbnail(InputFile thumbnail) {
		return new InputMediaAudio(this.media, this.caption, thumbnail, this.duration, this.title);
	}

	/**
	 * Sets the duration in seconds.
	 * @param duration the duration in seconds
	 * @return a new item
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public InputMediaAudio duration(int duration) {
		return new InputMediaAudio(this.media, this.caption, this.thumbnail, duration, this.title);
	}

	/**
	 * Sets the title of the track.
	 * @param title the title of the track
	 * @return a new item
	 */
	@CheckReturnValue
	public InputMediaAudio title(String title) {
		return new InputMediaAudio(this.media, this.caption, this.thumbnail, this.duration, title);
	}

	@Override
	public List<InputFile> files() {
		return (this.thumbnail != null) ? List.of(this.media, this.thumbnail) : List.of(this.media);
	}

	@Override
	public String type() {
		return "audio";
	}

	/**
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "InputMediaAudio[media=" + this.media + "]";
	}

}
