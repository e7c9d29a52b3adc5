package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.balethon.model.ChatAction;

/**
 * Shows a chat action, such as "typing", in the chat of the update from the start of a
 * handler until it completes or fails, also while a returned {@code Mono} is pending. On
 * a class, it applies to all handler methods of the class. <pre class="code">
 * &#064;ShowTyping
 * &#064;BaleCommand("report")
 * String report() {
 *   return this.reports.create();
 * }
 * </pre>
 * <p>
 * Bale shows an action for up to 6 seconds, so it is sent every 5 seconds. If it cannot
 * be sent, the handler is not affected.
 *
 * @since 0.1.0
 * @see io.github.balethon.method.SendChatAction
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface ShowTyping {

	/**
	 * The action to show.
	 * @return the action, "typing" by default
	 */
	ChatAction value() default ChatAction.TYPING;

}
