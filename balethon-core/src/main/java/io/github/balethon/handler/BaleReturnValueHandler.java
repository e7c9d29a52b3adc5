package io.github.balethon.handler;

import reactor.core.publisher.Mono;

import org.springframework.core.ResolvableType;

/**
 * Handles custom return types of handlers. Beans of this type are registered
 * automatically. They are sorted by their order and take precedence over built-in types.
 * The elements of a {@code Mono}, {@code Flux}, {@code CompletableFuture}, collection or
 * stream are handled one by one.
 *
 * @since 0.1.0
 */
public interface BaleReturnValueHandler {

	/**
	 * Whether this handler supports a type. Invoked at startup for the declared return
	 * type, and at runtime for the type of a returned value.
	 * @param type the type
	 * @return {@code true} if it is supported
	 */
	boolean supportsReturnType(ResolvableType type);

	/**
	 * Handles a return value.
	 * @param value the returned value
	 * @param context the context of the update, with the client to use for calls
	 * @return completes when the value is handled
	 */
	Mono<?> handleReturnValue(Object value, BaleContext context);

}
