package io.github.balethon.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a bean that handles updates. One handler is chosen for an update: one
 * for its very command, text or callback data first, then one for its kind, then the
 * fallback; among equals {@link org.springframework.core.annotation.Order @Order}
 * decides. It runs on a worker thread ({@code bale-1} …), where it may wait.
 * <p>
 * The method may take, in any order, {@code Update}, {@code Message},
 * {@code CallbackQuery}, {@code User} (who did it), {@code Chat} (where), {@code String}
 * (the text of the message, or the data of the button), {@link BaleContext},
 * {@code BaleClient} and {@code BlockingBaleClient}. A parameter is a condition too: an
 * update that has no value for it is not for this handler, unless the parameter is
 * {@code @Nullable}.
 * <p>
 * What it returns is the answer: {@code void} is none, a {@code String} is sent to the
 * chat, a {@code BaleMethod} is executed (in the chat of the update, if it names none),
 * and a {@code Mono} or {@code CompletableFuture} of these holds no thread until it is
 * there. <pre class="code">
 * &#064;Component
 * class EchoBot {
 *
 *   &#064;BaleHandler
 *   String echo(String text) {
 *     return text;
 *   }
 *
 * }
 * </pre>
 *
 * @since 0.1.0
 * @see BaleCommand
 * @see BaleText
 * @see BaleCallback
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface BaleHandler {

	/**
	 * Commands without the slash, one of which the message begins with; case does not
	 * matter. Matches {@code /start}, {@code /start payload} and {@code /start@my_bot}.
	 * @return the commands; empty for no condition
	 */
	String[] command() default {};

	/**
	 * Texts, one of which the message equals, blanks around it aside.
	 * @return the texts; empty for no condition
	 */
	String[] text() default {};

	/**
	 * Callback data, one of which the pressed button has.
	 * @return the data; empty for no condition
	 */
	String[] callback() default {};

	/**
	 * Kinds of updates. By default the kind follows from the rest: callback queries if
	 * the handler asks for callback data or takes a {@code CallbackQuery}, every kind if
	 * it takes an {@code Update} and nothing narrower, and else new messages.
	 * @return the kinds; empty for the default
	 */
	UpdateKind[] kind() default {};

	/**
	 * Whether this handler is only chosen when no other one is.
	 * @return {@code true} for the last resort
	 */
	boolean fallback() default false;

}
