package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * A request to Bale: the name of a Bot API method, its parameters, and the type of its
 * result. Implementations are immutable records whose components are the parameters in
 * camel case.
 *
 * @param <R> the type of the result
 * @since 0.1.0
 */
public interface BaleMethod<R> {

	/**
	 * The name of the method on the wire, such as {@code sendMessage}.
	 * @return the name
	 */
	String methodName();

	/**
	 * The type that the {@code result} of Bale's answer is read as.
	 * @return the type {@code R}
	 */
	Type resultType();

}
