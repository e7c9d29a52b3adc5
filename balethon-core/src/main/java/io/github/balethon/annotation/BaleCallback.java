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
 * Marks a method as a handler of callback queries, which users send by pressing inline
 * buttons: with matching callback data, or with any data if none is set. The rules of
 * {@link BaleHandler @BaleHandler} apply to parameters and return values.
 * <pre class="code">
 * &#064;BaleCallback("buy:{id}") Mono&lt;?&gt; buy(&#064;Capture long id, BaleContext ctx) { return ctx.send("…"); }
 * </pre>
 * <p>
 * A parameter of a record with {@link CallbackData @CallbackData} replaces the callback
 * data of the annotation: the handler matches the buttons that were built from such a
 * record.
 *
 * @since 0.1.0
 * @see BaleHandler
 * @see Capture
 * @see CallbackData
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@BaleHandler(kind = UpdateKind.CALLBACK_QUERY)
public @interface BaleCallback {

	/**
	 * Callback data: literals, or templates such as {@code buy:{id}}.
	 * @return the callback data; empty to match all
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "callback")
	String[] value() default {};

	/**
	 * Regular expressions that the callback data must contain a match of.
	 * @return the regular expressions; empty to match all
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "callbackRegex")
	String[] regex() default {};

	/**
	 * Notification for the user who pressed the button; see {@link BaleHandler#answer()}.
	 * @return the text, up to 200 characters; empty for no notification
	 */
	@AliasFor(annotation = BaleHandler.class)
	String answer() default "";

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
	 * Maximum age of an update when the handler is invoked.
	 * @return the age, such as {@code 5m}; empty to use {@code bale.dispatch.max-age}
	 * @see BaleHandler#maxAge()
	 */
	@AliasFor(annotation = BaleHandler.class)
	String maxAge() default "";

}
