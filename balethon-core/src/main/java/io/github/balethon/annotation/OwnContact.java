package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires a {@link io.github.balethon.model.Contact Contact} parameter to be the contact
 * of the sender, according to Bale. The sender of any other contact gets the text of the
 * code {@code bale.contact.foreign}, and the handler is not invoked. <pre class="code">
 * &#064;BaleHandler
 * String phone(&#064;OwnContact Contact contact) { return "…"; }
 * </pre>
 *
 * @since 0.1.0
 * @see io.github.balethon.handler.ForeignContactException
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OwnContact {

}
