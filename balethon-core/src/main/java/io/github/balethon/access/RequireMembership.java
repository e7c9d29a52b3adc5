package io.github.balethon.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires the sender of an update to be a member of channels or groups, for a handler or
 * all handlers of a class. Others get a message with buttons to join and to check. When
 * the user has joined and presses the second one, the original update is handled, with
 * its deep link or its file. <pre class="code">
 * &#064;BaleCommand("start")
 * &#064;RequireMembership("@news")
 * String start(&#064;CommandArgs &#064;Nullable String payload) { return "…"; }
 * </pre>
 * <p>
 * The annotation of a method overrides that of its class, which overrides
 * {@code bale.access.required-channels}. Bale reports members only to a bot that is an
 * administrator of the chat.
 *
 * @since 0.1.0
 * @see MembershipRequiredException
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RequireMembership {

	/**
	 * Usernames of channels, or identifiers of chats, all of which the sender must be a
	 * member of. Placeholders are resolved and may contain several values, separated by
	 * commas. A malformed value fails the startup.
	 * @return the usernames, such as {@code @news}, and identifiers; empty to require
	 * none
	 */
	String[] value();

}
