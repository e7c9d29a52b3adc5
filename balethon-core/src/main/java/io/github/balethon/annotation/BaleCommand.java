package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.balethon.model.ChatType;

import org.springframework.core.annotation.AliasFor;

/**
 * Handles a command, such as {@code /start}; see {@link BaleHandler}. <pre class="code">
 * &#064;BaleCommand("start") String start(User from) { return "سلام " + from.firstName(); }
 * &#064;BaleCommand long add(&#064;CommandArgs(0) long a, &#064;CommandArgs(1) long b) { return a + b; }
 * </pre>
 *
 * @since 0.1.0
 * @see BaleHandler
 * @see CommandArgs
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@BaleHandler
public @interface BaleCommand {

	/**
	 * Commands without their prefix; case does not matter.
	 * @return the commands; by default the name of the method
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "command")
	String[] value() default "";

	/**
	 * What the command begins with.
	 * @return the prefixes; empty text for none
	 */
	@AliasFor(annotation = BaleHandler.class)
	String[] prefix() default "/";

	/**
	 * Kinds of chats.
	 * @return the kinds; empty for no condition
	 */
	@AliasFor(annotation = BaleHandler.class)
	ChatType[] chat() default {};

	/**
	 * States of the conversation.
	 * @return the states; empty for no condition
	 */
	@AliasFor(annotation = BaleHandler.class)
	String[] state() default {};

	/**
	 * Named conditions; see {@link BaleHandler#when()}.
	 * @return the expression; empty for no condition
	 */
	@AliasFor(annotation = BaleHandler.class)
	String when() default "";

	/**
	 * An expression in SpEL; see {@link BaleHandler#condition()}.
	 * @return the expression; empty for no condition
	 */
	@AliasFor(annotation = BaleHandler.class)
	String condition() default "";

	/**
	 * Whether texts that the handler returns quote the message of the update.
	 * @return {@code true} to quote
	 */
	@AliasFor(annotation = BaleHandler.class)
	boolean reply() default false;

	/**
	 * How old an update may be when the handler is called.
	 * @return the age, such as {@code 5m}; empty for what is configured
	 * @see BaleHandler#maxAge()
	 */
	@AliasFor(annotation = BaleHandler.class)
	String maxAge() default "";

}
