package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.File;

/**
 * Prepares a file for download, for about an hour. Bale serves files of up to 20 MB.
 *
 * @param fileId the identifier of the file
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code getFile}</a>
 */
public record GetFile(String fileId) implements IdempotentMethod<File> {

	public GetFile {
		Parameters.text("file_id", fileId);
	}

	/**
	 * Creates a request.
	 * @param fileId the identifier of the file
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static GetFile of(String fileId) {
		return new GetFile(fileId);
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
