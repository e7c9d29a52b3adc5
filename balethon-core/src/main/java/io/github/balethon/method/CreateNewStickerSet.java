package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

/**
 * Creates a sticker set.
 *
 * @param userId the identifier of the owner
 * @param name the name of the sticker set: letters, digits and single underscores, ending
 * with {@code _by_} and the username of the bot
 * @param title the title of the set, 1 to 64 characters
 * @param sticker 1 to 50 stickers
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code createNewStickerSet}</a>
 */
public record CreateNewStickerSet(long userId, String name, String title,
		List<InputSticker> sticker) implements FileMethod<Boolean> {

	public CreateNewStickerSet {
		Parameters.userId(userId);
		Parameters.stickerSet(name);
		Parameters.length("title", title, 1, 64);
		sticker = Parameters.size("sticker", sticker, 1, 50);
	}

	/**
	 * Creates a request.
	 * @param userId the identifier of the owner
	 * @param name the name of the sticker set: letters, digits and single underscores,
	 * ending with {@code _by_} and the username of the bot
	 * @param title the title of the set, 1 to 64 characters
	 * @param sticker 1 to 50 stickers
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static CreateNewStickerSet of(long userId, String name, String title, List<? extends InputSticker> sticker) {
		return new CreateNewStickerSet(userId, name, title, List.copyOf(sticker));
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "CreateNewStickerSet[userId=" + this.userId + ", name=" + this.name + "]";
	}

}
