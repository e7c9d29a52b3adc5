package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

/**
 * Creates the exceptions for responses that are no files, where a file was requested.
 */
interface FileRefusals {

	/**
	 * Creates the exception for a response whose status is not successful.
	 * @param answer the response
	 * @return the exception
	 */
	BaleException refusal(HttpAnswer answer);

	/**
	 * Creates the exception for a refusal with a successful status.
	 * @param answer the response
	 * @return the exception, or {@code null} if the response is a file
	 */
	@Nullable BaleException hiddenRefusal(HttpAnswer answer);

}
