package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Takes a sticker out of its set: Bale's undocumented {@code deleteStickerToSet}.
 * Libraries call it; whether it works is not certain. The odd name is the one that a
 * library sends to Bale.
 *
 * @param sticker file id of the sticker
 * @since 0.1.0
 */
public record DeleteStickerToSet(String sticker) implements IdempotentMethod<Boolean> {

	/**
	 * A request with all that it needs.
	 * @param sticker the file id of the sticker
	 * @return the request
	 * @throws IllegalArgumentException if the id is empty
	 */
	public static DeleteStickerToSet of(String sticker) {
		return new DeleteStickerToSet(Parameters.text("sticker", sticker));
	}

	@Override
	public String methodName() {
		return "deleteStickerToSet";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
