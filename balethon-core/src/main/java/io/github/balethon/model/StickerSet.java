package io.github.balethon.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * A set of stickers: Bale's {@code StickerSet}.
 *
 * @param name name of the set, which is part of its address
 * @param title title of the set
 * @param stickers the stickers
 * @param stickerType kind of the stickers; not documented by Bale
 * @param isAnimated whether they move; not documented by Bale
 * @param isVideo whether they are videos; not documented by Bale
 * @param containsMasks whether they are masks; not documented by Bale
 * @param thumbnail thumbnail, which Bale also calls {@code thumb}
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record StickerSet(String name, String title, List<Sticker> stickers, @Nullable String stickerType,
		@Nullable Boolean isAnimated, @Nullable Boolean isVideo, @Nullable Boolean containsMasks,
		@Nullable PhotoSize thumbnail, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public StickerSet {
		name = Received.textOrEmpty(name);
		title = Received.textOrEmpty(title);
		stickers = Received.list(stickers);
		stickerType = Received.text(stickerType);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a sticker set without unknown fields.
	 * @param name name of the set, which is part of its address
	 * @param title title of the set
	 * @param stickers the stickers
	 * @param stickerType kind of the stickers; not documented by Bale
	 * @param isAnimated whether they move; not documented by Bale
	 * @param isVideo whether they are videos; not documented by Bale
	 * @param containsMasks whether they are masks; not documented by Bale
	 * @param thumbnail thumbnail, which Bale also calls {@code thumb}
	 */
	public StickerSet(String name, String title, List<Sticker> stickers, @Nullable String stickerType,
			@Nullable Boolean isAnimated, @Nullable Boolean isVideo, @Nullable Boolean containsMasks,
			@Nullable PhotoSize thumbnail) {
		this(name, title, stickers, stickerType, isAnimated, isVideo, containsMasks, thumbnail, Map.of());
	}

	@JsonCreator
	static StickerSet read(String name, String title, List<Sticker> stickers, @Nullable String stickerType,
			@Nullable Boolean isAnimated, @Nullable Boolean isVideo, @Nullable Boolean containsMasks,
			@Nullable PhotoSize thumbnail, @Nullable PhotoSize thumb,
			@JsonAnySetter Map<String, @Nullable Object> unknownFields) {
		return new StickerSet(name, title, stickers, stickerType, isAnimated, isVideo, containsMasks,
				(thumbnail != null) ? thumbnail : thumb, unknownFields);
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "StickerSet[name=" + this.name + ", title=" + this.title + "]";
	}

}
