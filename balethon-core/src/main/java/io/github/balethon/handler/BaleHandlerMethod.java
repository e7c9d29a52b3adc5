package io.github.balethon.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A method annotated with {@link io.github.balethon.annotation.BaleHandler @BaleHandler}
 * that is registered for updates. {@code toString()} returns the short name for logs and
 * errors, such as {@code ShopBot#start}.
 *
 * @since 0.1.0
 * @see BaleUpdateInterceptor
 */
public interface BaleHandlerMethod {

	/**
	 * Returns the method, as its class declares it.
	 * @return the method
	 */
	Method getMethod();

	/**
	 * Returns the class of the bean, without proxies.
	 * @return the class
	 */
	Class<?> getBeanType();

	/**
	 * Finds an annotation on the method, or else on the class of the bean. Composed
	 * annotations are found too.
	 * @param <A> the type of the annotation
	 * @param type the type of the annotation
	 * @return the merged annotation, or {@code null} if there is none
	 */
	<A extends Annotation> @Nullable A getAnnotation(Class<A> type);

	/**
	 * Returns the maximum age of updates of this handler.
	 * @return the age, or {@code null} to use {@code bale.dispatch.max-age}
	 */
	@Nullable Duration maxAge();

	/**
	 * Whether the handler returns a {@code Mono}, {@code Flux}, {@code CompletionStage}
	 * or {@link GrowingMessage}, so that it completes after the method has returned.
	 * @return {@code true} for asynchronous return types
	 */
	boolean isAsynchronous();

	/**
	 * Whether the handler has a {@code List<Message>} parameter, for an album or for
	 * messages in quick succession.
	 * @return {@code true} if several messages may be handled together
	 */
	default boolean takesSeveralMessages() {
		return false;
	}

}
