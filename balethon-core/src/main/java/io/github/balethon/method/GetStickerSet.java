package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.StickerSet;

/**
 * Asks for a set of stickers: Bale's undocumented {@code getStickerSet}. Libraries call
 * it; whether it works is not certain.
 *
 * @param name name of the set
 * @since 0.1.0
 */
public record GetStickerSet(String name) implements IdempotentMethod<StickerSet> {

	/**
	 * A request with all that it needs.
	 * @param name the name of the set
	 * @return the request
	 * @throws IllegalArgumentException if the name is empty
	 */
	public static GetStickerSet of(String name) {
		return new GetStickerSet(Parameters.text("name", name));
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
