package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.StickerSet;

/**
 * Returns a sticker set. {@code getStickerSet} is not documented by Bale: client
 * libraries send it, but it has not been verified.
 *
 * @param name the name of the set
 * @since 0.1.0
 */
public record GetStickerSet(String name) implements IdempotentMethod<StickerSet> {

	public GetStickerSet {
		Parameters.text("name", name);
	}

	/**
	 * Creates a request.
	 * @param name the name of the set
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static GetStickerSet of(String name) {
		return new GetStickerSet(name);
	}

	@Override
	public String methodName() {
		return "getStickerSet";
	}

	@Override
	public Type resultType() {
		return StickerSet.class;
	}

}
