package io.github.balethon.emulator.world;

import java.util.Locale;

/**
 * The kinds of files. A file can be sent again only as the same kind.
 *
 * @since 0.1.0
 */
public enum FileKind {

	/** A photo. */
	PHOTO(10, "jpg", "image/jpeg"),

	/** An audio file. */
	AUDIO(50, "mp3", "audio/mpeg"),

	/** A document. */
	DOCUMENT(50, "bin", "application/octet-stream"),

	/** A video. */
	VIDEO(50, "mp4", "video/mp4"),

	/** An animation. */
	ANIMATION(50, "gif", "image/gif"),

	/** A voice message. */
	VOICE(50, "ogg", "audio/ogg"),

	/** A sticker. */
	STICKER(50, "webp", "image/webp");

	private static final int MEGABYTE = 1024 * 1024;

	private final int largestUpload;

	private final String extension;

	private final String mimeType;

	FileKind(int largestMegabytes, String extension, String mimeType) {
		this.largestUpload = largestMegabytes * MEGABYTE;
		this.extension = extension;
		this.mimeType = mimeType;
	}

	/**
	 * Returns the name of Bale's field and parameter.
	 * @return for example {@code photo}
	 */
	public String field() {
		return name().toLowerCase(Locale.ROOT);
	}

	public int largestUpload() {
		return this.largestUpload;
	}

	String fileName() {
		return field() + "." + this.extension;
	}

	String mimeType() {
		return this.mimeType;
	}

}
