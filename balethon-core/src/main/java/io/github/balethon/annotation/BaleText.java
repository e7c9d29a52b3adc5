package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.balethon.model.ChatType;

import org.springframework.core.annotation.AliasFor;

/**
 * Handles messages by their text, or all messages that have a text (also one below a
 * photo or file) if it names none; see {@link BaleHandler}. <pre class="code">
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
	 * Texts, blanks around them aside.
	 * @return the texts; empty for no condition
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "text")
	String[] value() default {};

	/**
	 * Regular expressions, one of which is found in the text.
	 * @return the expressions; empty for no condition
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "regex")
	String[] regex() default {};

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
