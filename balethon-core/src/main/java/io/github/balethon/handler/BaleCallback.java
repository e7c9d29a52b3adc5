package io.github.balethon.handler;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Handles presses of inline buttons with exactly this data; see {@link BaleHandler}.
 * <pre class="code">
 * &#064;BaleCallback("buy") Mono&lt;?&gt; buy(BaleContext ctx) { return ctx.send("…"); }
 * </pre>
 *
 * @since 0.1.0
 * @see BaleHandler
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@BaleHandler
public @interface BaleCallback {

	/**
	 * Callback data.
	 * @return at least one
	 */
	@AliasFor(annotation = BaleHandler.class, attribute = "callback")
	String[] value();

}
