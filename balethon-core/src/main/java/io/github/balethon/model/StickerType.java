package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of stickers.
 *
 * @since 0.1.0
 */
public enum StickerType {

	/** An ordinary sticker. */
	REGULAR,
	/** A mask for faces. */
	MASK,
	/**
	 * A value that this version does not know; {@link Sticker#type()} returns the text.
	 */
	UNKNOWN;

	static StickerType of(@Nullable String type) {
		if (type == null) {
			return UNKNOWN;
		}
		return switch (type) {
			case "regular" -> REGULAR;
			case "mask" -> MASK;
			default -> UNKNOWN;
		};
	}

}
