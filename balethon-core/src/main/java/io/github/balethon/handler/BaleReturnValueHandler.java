package io.github.balethon.handler;

import reactor.core.publisher.Mono;

import org.springframework.core.ResolvableType;

/**
 * Lets handlers return types of your own, as a bean. Ordered beans are asked before what
 * is built in; a {@code Mono}, a future, a collection or a stream is opened before.
 *
 * @since 0.1.0
 */
public interface BaleReturnValueHandler {

	/**
	 * Whether this is for values of a type; asked at start for what the method declares,
	 * and again for a value whose type the declaration left open.
	 * @param type the type
	 * @return {@code true} if it is
	 */
	boolean supportsReturnType(ResolvableType type);

	/**
	 * Does what a value asks for.
	 * @param value what the handler returned
	 * @param context the update, whose client makes calls that belong to it
	 * @return ends when that is done
	 */
	Mono<?> handleReturnValue(Object value, BaleContext context);

}
