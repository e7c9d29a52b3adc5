package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a parameter to the arguments of a command, converted to the type of the
 * parameter. Missing, surplus and malformed arguments raise an
 * {@link io.github.balethon.handler.InvalidCommandArgumentsException
 * InvalidCommandArgumentsException}, which by default is answered with the usage of the
 * command. <pre class="code">
 * &#064;BaleCommand("start") void start(&#064;CommandArgs &#064;Nullable String payload)        // everything
 * &#064;BaleCommand("add")   long add(&#064;CommandArgs(0) long a, &#064;CommandArgs(1) long b)   // words
 * &#064;BaleCommand("note")  void note(&#064;CommandArgs(0) int day, &#064;CommandArgs(value = 1, rest = true) String text)
 * &#064;BaleCommand("find")  void find(&#064;CommandArgs(name = "city") String city)          // city=Shiraz
 * </pre>
 * <p>
 * Arguments are required, unless the parameter is {@code @Nullable} or an
 * {@code Optional}. A handler without {@code @CommandArgs} parameters accepts any
 * arguments.
 *
 * @since 0.1.0
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface CommandArgs {

	/**
	 * Index of the argument, from 0.
	 * @return the index; by default all arguments as one text, or as a list of words if
	 * the parameter is a {@code List}
	 */
	int value() default -1;

	/**
	 * Whether to bind the rest of the text, starting with this argument.
	 * @return {@code true} for the rest
	 */
	boolean rest() default false;

	/**
	 * Name of an argument that users write as {@code name=value}, at any position after
	 * the command.
	 * @return the name; empty for positional arguments
	 */
	String name() default "";

}
