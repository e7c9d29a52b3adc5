package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.File;

/**
 * Uploads a file for stickers of a person: Bale's {@code uploadStickerFile}.
 *
 * @param userId person
 * @param sticker WEBP, PNG, TGS or WEBM file, an upload
 * @since 0.1.0
 */
public record UploadStickerFile(long userId, InputFile sticker) implements FileMethod<File> {

	/**
	 * A request with all that it needs.
	 * @param userId the number of the person
	 * @param sticker the sticker
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive, or the sticker is
	 * no upload
	 */
	public static UploadStickerFile of(long userId, InputFile sticker) {
		return new UploadStickerFile(Parameters.userId(userId), Parameters.upload("sticker", sticker));
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.sticker);
	}

	@Override
	public String methodName() {
		return "uploadStickerFile";
	}

	@Override
	public Type resultType() {
		return File.class;
	}

}
