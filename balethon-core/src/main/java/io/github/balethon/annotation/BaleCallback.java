package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.balethon.model.ChatType;
import io.github.balethon.model.UpdateKind;

import org.springframework.core.annotation.AliasFor;

/**
 * Handles presses of inline buttons by their data, or all presses if it names no data;
 * see {@link BaleHandler}. <pre class="code">
 * &#064;BaleCallback("buy:{id}") Mono&lt;?&gt; buy(&#064;Capture long id, BaleContext ctx) { return ctx.send("…"); }
 * </pre>
 *
 * @since 0.1.0
 * @see BaleHandler
 * @see Capture
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@BaleHandler(kind = UpdateKind.CALLBACK_QUERY)
public @interface BaleCallback {

	/**
	 * Callback data: literal, or a template such as {@code buy:{id}}.
	 * @return the data; empty for no condition
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "callback")
	String[] value() default {};

	/**
	 * Regular expressions, one of which is found in the data.
	 * @return the expressions; empty for no condition
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "callbackRegex")
	String[] regex() default {};

	/**
	 * Notice for the person who pressed the button; see {@link BaleHandler#answer()}.
	 * @return the notice, up to 200 characters; empty for none
	 */
	@AliasFor(annotation = BaleHandler.class)
	String answer() default "";

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
	 * How old an update may be when the handler is called.
	 * @return the age, such as {@code 5m}; empty for what is configured
	 * @see BaleHandler#maxAge()
	 */
	@AliasFor(annotation = BaleHandler.class)
	String maxAge() default "";

}
