package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

/**
 * Adds a sticker to a set: Bale's {@code addStickerToSet}.
 *
 * @param userId owner of the set
 * @param name name of the set: letters, digits and single underscores, ending with {@code
 * _by_} and the name of the bot
 * @param sticker sticker
 * @since 0.1.0
 */
public record AddStickerToSet(long userId, String name, InputSticker sticker) implements FileMethod<Boolean> {

	/**
	 * A request with all that it needs.
	 * @param userId the number of the owner
	 * @param name the name of the set
	 * @param sticker the sticker
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive, or a name or title
	 * has a wrong shape
	 */
	public static AddStickerToSet of(long userId, String name, InputSticker sticker) {
		return new AddStickerToSet(Parameters.userId(userId), Parameters.stickerSet(name), sticker);
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
