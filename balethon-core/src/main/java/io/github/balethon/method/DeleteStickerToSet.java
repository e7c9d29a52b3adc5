package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Deletes a sticker from its set. {@code deleteStickerToSet} is not documented by Bale:
 * client libraries send it, but it has not been verified. The name is the one that a
 * client library sends.
 *
 * @param sticker the file identifier of the sticker
 * @since 0.1.0
 */
public record DeleteStickerToSet(String sticker) implements IdempotentMethod<Boolean> {

	public DeleteStickerToSet {
		Parameters.text("sticker", sticker);
	}

	/**
	 * Creates a request.
	 * @param sticker the file identifier of the sticker
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static DeleteStickerToSet of(String sticker) {
		return new DeleteStickerToSet(sticker);
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
