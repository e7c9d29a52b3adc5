package io.github.balethon.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Handles messages of exactly these texts; see {@link BaleHandler}. <pre class="code">
 * &#064;BaleText("راهنما") String help() { return "…"; }
 * </pre>
 *
 * @since 0.1.0
 * @see BaleHandler
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@BaleHandler
public @interface BaleText {

	/**
	 * Texts, blanks around them aside.
	 * @return at least one
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "text")
	String[] value();

}
