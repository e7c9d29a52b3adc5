package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that takes what a variable of a callback template, or a named group of a
 * regular expression, has found, converted to its type. What cannot be converted is not
 * for the handler. <pre class="code">
 * &#064;BaleCallback("buy:{id}") String buy(&#064;Capture long id) { return "…"; }
 * </pre>
 *
 * @since 0.1.0
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface Capture {

	/**
	 * Name of the variable or group.
	 * @return the name; by default that of the parameter
	 */
	String value() default "";

}
