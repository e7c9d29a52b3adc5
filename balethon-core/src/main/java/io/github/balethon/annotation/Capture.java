package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to a variable of a callback template, or to a named group of a
 * regular expression. The value is converted to the type of the parameter. An update
 * whose value cannot be converted does not match the handler. <pre class="code">
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
	 * @return the name; by default the name of the parameter
	 */
	String value() default "";

}
