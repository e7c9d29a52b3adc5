package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that is called when a handler fails, at once or later: of the same class
 * first, then of {@link BaleAdvice @BaleAdvice} beans. The nearest type of error is
 * chosen, also among the causes. It runs on a worker thread, may take the error and
 * everything that a handler may take, and returns what a handler may return. An error
 * that it takes is handled; if it throws, that is logged. <pre class="code">
 * &#064;BaleExceptionHandler
 * String outOfStock(OutOfStockException ex) {
 *   return ex.getMessage();
 * }
 * </pre>
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface BaleExceptionHandler {

	/**
	 * Types of errors.
	 * @return the types; by default those of the parameters
	 */
	Class<? extends Throwable>[] value() default {};

}
