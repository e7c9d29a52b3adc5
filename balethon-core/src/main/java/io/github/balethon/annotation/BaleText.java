package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.balethon.model.ChatType;

import org.springframework.core.annotation.AliasFor;

/**
 * Marks a method as a handler of messages with a text or caption: with one of the texts
 * or a match of one of the regular expressions, or with any text if neither is set. The
 * rules of {@link BaleHandler @BaleHandler} apply to parameters and return values.
 * <pre class="code">
 * &#064;BaleText("راهنما") String help() { return "…"; }
 * &#064;BaleText(regex = "^#(?&lt;order&gt;\\d+)$") String order(&#064;Capture long order) { return "…"; }
 * </pre>
 *
 * @since 0.1.0
 * @see BaleHandler
 * @see Capture
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@BaleHandler
public @interface BaleText {

	/**
	 * Texts that the text or caption must equal. Leading and trailing whitespace is
	 * ignored.
	 * @return the texts; empty to match all
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "text")
	String[] value() default {};

	/**
	 * Regular expressions that the text or caption must contain a match of.
	 * @return the regular expressions; empty to match all
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "regex")
	String[] regex() default {};

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
	 * Time after a message for which a further one is awaited; see
	 * {@link BaleHandler#collect()}.
	 * @return the time; empty to handle each message
	 */
	@AliasFor(annotation = BaleHandler.class)
	String collect() default "";

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
