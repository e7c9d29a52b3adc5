package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.File;

/**
 * Makes a file ready to be downloaded for about an hour; files above 20 MB cannot be:
 * Bale's {@code getFile}.
 *
 * @param fileId what the file is fetched by
 * @since 0.1.0
 */
public record GetFile(String fileId) implements IdempotentMethod<File> {

	/**
	 * A request with all that it needs.
	 * @param fileId the id of the file
	 * @return the request
	 * @throws IllegalArgumentException if the id is empty
	 */
	public static GetFile of(String fileId) {
		return new GetFile(Parameters.text("file_id", fileId));
	}

	@Override
	public String methodName() {
		return "getFile";
	}

	@Override
	public Type resultType() {
		return File.class;
	}

}
