package io.github.balethon.method;

import java.util.List;

/**
 * A request that can contain files. It is sent as a multipart form if one of them is an
 * upload, otherwise as JSON.
 *
 * @param <R> the type of the result
 * @since 0.1.0
 */
public interface FileMethod<R> extends BaleMethod<R> {

	/**
	 * Returns the files in the parameters of this request, including those in lists.
	 * @return the files, uploads and references
	 */
	List<InputFile> files();

	/**
	 * Returns whether Bale rejects this method as JSON, even without an upload.
	 * @return {@code true} to send a form in any case; the default is {@code false}
	 */
	default boolean alwaysForm() {
		return false;
	}

}
