package io.github.balethon.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use a handler, or all handlers of a class; that of the method counts if both
 * have one. All that is set must hold. Others get an {@link AccessDeniedException}: the
 * handler is not called, nothing is answered by default, and no other handler gets the
 * update. (To let others get it, use a condition of the handler instead.)
 * <pre class="code">
 * &#064;BaleCommand("ban")
 * &#064;BaleAccess(groupAdmins = true)
 * String ban(&#064;CommandArgs(0) long userId) { return "…"; }
 *
 * &#064;BaleExceptionHandler(AccessDeniedException.class)
 * String denied() { return "فقط مدیران گروه"; }
 * </pre>
 *
 * @since 0.1.0
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface BaleAccess {

	/**
	 * Whether only the private chat with the bot will do.
	 * @return {@code true} for private chats only
	 */
	boolean privateOnly() default false;

	/**
	 * Whether only the owner and the administrators of the group may. In a private chat,
	 * which has none, the person is alone and may. Bale is asked, which tells only a bot
	 * that is an administrator too, and its answer holds for a minute.
	 * @return {@code true} for administrators only
	 */
	boolean groupAdmins() default false;

	/**
	 * Numbers of the people who may.
	 * @return the numbers; empty for everybody
	 */
	long[] users() default {};

	/**
	 * Beans that decide, all of which must agree.
	 * @return types of the beans
	 */
	Class<? extends BaleAccessDecider>[] deciders() default {};

}
