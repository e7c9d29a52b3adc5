package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

/**
 * Makes a set of stickers: Bale's {@code createNewStickerSet}.
 *
 * @param userId owner of the set
 * @param name name of the set: letters, digits and single underscores, ending with {@code
 * _by_} and the name of the bot
 * @param title title of the set, 1 to 64 characters
 * @param sticker 1 to 50 stickers
 * @since 0.1.0
 */
public record CreateNewStickerSet(long userId, String name, String title,
		List<InputSticker> sticker) implements FileMethod<Boolean> {

	/**
	 * A request with all that it needs.
	 * @param userId the number of the owner
	 * @param name the name of the set
	 * @param title the title, 1 to 64 characters
	 * @param sticker 1 to 50 stickers
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive, or a name or title
	 * has a wrong shape, or there are too few or too many stickers
	 */
	public static CreateNewStickerSet of(long userId, String name, String title, List<? extends InputSticker> sticker) {
		return new CreateNewStickerSet(Parameters.userId(userId), Parameters.stickerSet(name),
				Parameters.length("title", title, 1, 64), Parameters.size("sticker", sticker, 1, 50));
	}

	@Override
	public List<InputFile> files() {
		return this.sticker.stream().map(InputSticker::sticker).toList();
	}

	@Override
	public String methodName() {
		return "createNewStickerSet";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

	/**
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "CreateNewStickerSet[userId=" + this.userId + ", name=" + this.name + "]";
	}

}
