package io.github.balethon.model;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A set of stickers: Bale's {@code StickerSet}.
 *
 * @param name name of the set, which is part of its address
 * @param title title of the set
 * @param stickers the stickers
 * @param stickerType kind of the stickers; undocumented
 * @param isAnimated whether they move; undocumented
 * @param isVideo whether they are videos; undocumented
 * @param containsMasks whether they are masks; undocumented
 * @param thumbnail small picture; Bale calls it {@code thumb} at times
 * @since 0.1.0
 */
public record StickerSet(String name, String title, List<Sticker> stickers, @Nullable String stickerType,
		@Nullable Boolean isAnimated, @Nullable Boolean isVideo, @Nullable Boolean containsMasks,
		@Nullable PhotoSize thumbnail) {

	public StickerSet {
		name = Received.textOrEmpty(name);
		title = Received.textOrEmpty(title);
		stickers = Received.list(stickers);
		stickerType = Received.text(stickerType);
	}

	@JsonCreator
	static StickerSet read(String name, String title, List<Sticker> stickers, @Nullable String stickerType,
			@Nullable Boolean isAnimated, @Nullable Boolean isVideo, @Nullable Boolean containsMasks,
			@Nullable PhotoSize thumbnail, @Nullable PhotoSize thumb) {
		return new StickerSet(name, title, stickers, stickerType, isAnimated, isVideo, containsMasks,
				(thumbnail != null) ? thumbnail : thumb);
	}

}
