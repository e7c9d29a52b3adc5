package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * A request to Bale: the name of a method of the Bot API, its parameters, and the type of
 * its result. Implementations are immutable records. Their components are the parameters
 * in camel case; those that are {@code null} are not sent. The static {@code of} methods
 * take the required parameters, the other methods return a copy with an optional one. The
 * limits that Bale documents are checked when a record is created.
 *
 * @param <R> the type of the result
 * @since 0.1.0
 */
public interface BaleMethod<R> {

	/**
	 * Returns the name of the method on the wire, such as {@code sendMessage}.
	 * @return the name
	 */
	String methodName();

	/**
	 * Returns the type to which the {@code result} of the response is converted.
	 * @return the type {@code R}
	 */
	Type resultType();

}
