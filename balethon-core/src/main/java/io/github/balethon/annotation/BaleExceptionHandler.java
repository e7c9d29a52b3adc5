package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that handles exceptions of handlers, thrown or emitted by an
 * asynchronous result. Methods of the same class take precedence over those of
 * {@link BaleAdvice @BaleAdvice} beans. Of several methods, the one with the closest
 * exception type is invoked, also for causes of the exception. It is invoked on a worker
 * thread. Parameters and return types are those of {@link BaleHandler @BaleHandler}, plus
 * the exception. The exception then counts as handled. An exception that the method
 * itself throws is logged. <pre class="code">
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
	 * Exception types to handle.
	 * @return the types; by default those of the parameters
	 */
	Class<? extends Throwable>[] value() default {};

}
