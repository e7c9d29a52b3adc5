package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that takes what stands behind a command, converted to its type. Words that
 * do not fit lead to an
 * {@link io.github.balethon.handler.InvalidCommandArgumentsException
 * InvalidCommandArgumentsException}, which by default is answered with the usage of the
 * command. <pre class="code">
 * &#064;BaleCommand("start") void start(&#064;CommandArgs &#064;Nullable String payload)        // everything
 * &#064;BaleCommand("add")   long add(&#064;CommandArgs(0) long a, &#064;CommandArgs(1) long b)   // words
 * &#064;BaleCommand("note")  void note(&#064;CommandArgs(0) int day, &#064;CommandArgs(value = 1, rest = true) String text)
 * &#064;BaleCommand("find")  void find(&#064;CommandArgs(name = "city") String city)          // city=Shiraz
 * </pre>
 * <p>
 * How many words a command takes follows from its parameters: those that are
 * {@code @Nullable} or {@code Optional} may be missing. A handler without such parameters
 * takes a command with whatever follows.
 *
 * @since 0.1.0
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface CommandArgs {

	/**
	 * Which word, from 0.
	 * @return the index; by default everything behind the command as one text, or as a
	 * list of words where the parameter is a {@code List}
	 */
	int value() default -1;

	/**
	 * Whether to take the whole rest of the text from this word on.
	 * @return {@code true} for the rest
	 */
	boolean rest() default false;

	/**
	 * Name of an argument that is written as {@code name=value}, anywhere behind the
	 * command.
	 * @return the name; empty for arguments by place
	 */
	String name() default "";

}
