package io.github.balethon.method;

import java.util.List;

/**
 * A request that can hold files. With an upload among them it goes out as a form of many
 * parts, otherwise as JSON.
 *
 * @param <R> the type of the result
 * @since 0.1.0
 */
public interface FileMethod<R> extends BaleMethod<R> {

	/**
	 * The files in the parameters of this request, also those inside of lists.
	 * @return the files, uploads and references
	 */
	List<InputFile> files();

	/**
	 * Whether Bale refuses this method as JSON, even without an upload.
	 * @return {@code true} if a form is sent in any case
	 */
	default boolean alwaysForm() {
		return false;
	}

}
