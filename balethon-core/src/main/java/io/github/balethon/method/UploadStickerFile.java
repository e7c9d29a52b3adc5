package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.File;

/**
 * Uploads a file for a sticker.
 *
 * @param userId the identifier of the owner of the sticker
 * @param sticker the WEBP, PNG, TGS or WEBM file, which must be an upload
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code uploadStickerFile}</a>
 */
public record UploadStickerFile(long userId, InputFile sticker) implements FileMethod<File> {

	public UploadStickerFile {
		Parameters.userId(userId);
		Parameters.upload("sticker", sticker);
	}

	/**
	 * Creates a request.
	 * @param userId the identifier of the owner of the sticker
	 * @param sticker the WEBP, PNG, TGS or WEBM file, which must be an upload
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static UploadStickerFile of(long userId, InputFile sticker) {
		return new UploadStickerFile(userId, sticker);
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
