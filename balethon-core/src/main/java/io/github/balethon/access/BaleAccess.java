package io.github.balethon.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Restricts access to a handler, or to all handlers of a class. The annotation of a
 * method overrides that of its class. All attributes that are set must allow access;
 * otherwise an {@link AccessDeniedException} is raised: the handler is not invoked, no
 * reply is sent by default, and no other handler is invoked. To pass the update on to
 * other handlers, use a condition of the handler instead. <pre class="code">
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
	 * Whether to allow access in private chats only.
	 * @return {@code true} for private chats only
	 */
	boolean privateOnly() default false;

	/**
	 * Whether to allow access to the owner and the administrators of the group only.
	 * Private chats always pass this check. The bot must be an administrator of the group
	 * itself. Results of {@code getChatMember} are cached for a minute.
	 * @return {@code true} for administrators only
	 */
	boolean groupAdmins() default false;

	/**
	 * Identifiers of users with access.
	 * @return the identifiers; empty to allow all users
	 */
	long[] users() default {};

	/**
	 * Types of beans that decide about access. All of them must grant it. A type without
	 * a bean fails the startup.
	 * @return the types
	 */
	Class<? extends BaleAccessDecider>[] deciders() default {};

}
