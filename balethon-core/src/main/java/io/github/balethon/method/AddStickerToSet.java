package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

/**
 * Adds a sticker to a set.
 *
 * @param userId the identifier of the owner
 * @param name the name of the sticker set: letters, digits and single underscores, ending
 * with {@code _by_} and the username of the bot
 * @param sticker the sticker
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code addStickerToSet}</a>
 */
public record AddStickerToSet(long userId, String name, InputSticker sticker) implements FileMethod<Boolean> {

	public AddStickerToSet {
		Parameters.userId(userId);
		Parameters.stickerSet(name);
	}

	/**
	 * Creates a request.
	 * @param userId the identifier of the owner
	 * @param name the name of the sticker set: letters, digits and single underscores,
	 * ending with {@code _by_} and the username of the bot
	 * @param sticker the sticker
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static AddStickerToSet of(long userId, String name, InputSticker sticker) {
		return new AddStickerToSet(userId, name, sticker);
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.sticker.sticker());
	}

	@Override
	public String methodName() {
		return "addStickerToSet";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
