package io.github.balethon.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Handles a command, such as {@code /start}; see {@link BaleHandler}. <pre class="code">
 * &#064;BaleCommand("start") String start(User from) { return "سلام " + from.firstName(); }
 * </pre>
 *
 * @since 0.1.0
 * @see BaleHandler
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@BaleHandler
public @interface BaleCommand {

	/**
	 * Commands without the slash; case does not matter.
	 * @return at least one
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "command")
	String[] value();

}
