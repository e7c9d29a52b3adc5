package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the states of the handlers of a class a group: {@code state = "address"} in a
 * class with {@code @BaleConversation("checkout")} is the state {@code checkout.address}.
 * Handlers of the class use the short name, also in {@code moveTo}. The states of a group
 * share one type of data.
 * <p>
 * The annotation does not register a bean, and handlers of the class without a state
 * match in every state.
 *
 * @since 0.1.0
 * @see BaleHandler#state()
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface BaleConversation {

	/**
	 * Name of the group.
	 * @return the name, which is stored with each conversation
	 */
	String value();

	/**
	 * Enum with the states of the group. If it is set, the startup fails if a handler of
	 * the class has a state that is none of its constants, or if no handler has the state
	 * of a constant.
	 * @return the enum
	 */
	Class<? extends Enum<?>> states() default NoStates.class;

	/**
	 * Time without a change after which a conversation of the group ends, such as
	 * {@code 30m} or {@code 2d}. Placeholders are resolved.
	 * @return the time; empty to use {@code bale.conversation.time-to-live}
	 */
	String ttl() default "";

	/**
	 * Default value of {@link #states()}: states without an enum.
	 */
	enum NoStates {

	}

}
