package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.balethon.model.ChatType;

import org.springframework.core.annotation.AliasFor;

/**
 * Marks a method as a handler of a command, such as {@code /start}. The rules of
 * {@link BaleHandler @BaleHandler} apply to parameters and return values.
 * <pre class="code">
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
	 * Commands without prefix, in any case; see {@link BaleHandler#command()}.
	 * @return the commands; by default the name of the method
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "command")
	String[] value() default "";

	/**
	 * Prefixes of the command.
	 * @return the prefixes; an empty string for a command without prefix
	 */
	@AliasFor(annotation = BaleHandler.class)
	String[] prefix() default "/";

	/**
	 * Types of the chat.
	 * @return the types; empty to match all
	 */
	@AliasFor(annotation = BaleHandler.class)
	ChatType[] chat() default {};

	/**
	 * States of the conversation.
	 * @return the states; empty to match all
	 */
	@AliasFor(annotation = BaleHandler.class)
	String[] state() default {};

	/**
	 * Expression of named conditions; see {@link BaleHandler#when()}.
	 * @return the expression; empty to match all
	 */
	@AliasFor(annotation = BaleHandler.class)
	String when() default "";

	/**
	 * SpEL expression; see {@link BaleHandler#condition()}.
	 * @return the expression; empty to match all
	 */
	@AliasFor(annotation = BaleHandler.class)
	String condition() default "";

	/**
	 * Whether the command cancels the handler that runs for its sender, and is handled
	 * next; see {@link BaleHandler#interrupt()}.
	 * @return {@code true} to interrupt
	 */
	@AliasFor(annotation = BaleHandler.class)
	boolean interrupt() default false;

	/**
	 * Whether to send return values as replies to the message of the update.
	 * @return {@code true} to reply to the message
	 */
	@AliasFor(annotation = BaleHandler.class)
	boolean reply() default false;

	/**
	 * Maximum age of an update when the handler is invoked.
	 * @return the age, such as {@code 5m}; empty to use {@code bale.dispatch.max-age}
	 * @see BaleHandler#maxAge()
	 */
	@AliasFor(annotation = BaleHandler.class)
	String maxAge() default "";

}
