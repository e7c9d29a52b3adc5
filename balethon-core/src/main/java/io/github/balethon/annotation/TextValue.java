package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that handlers take from the whole text of a message, such as
 * {@link io.github.balethon.value.MobileNumber MobileNumber}. The text is converted by
 * Spring's {@code ConversionService}, such as with a static method {@code of(String)} of
 * the type. If it is invalid and no other handler matches, the sender gets a text.
 *
 * @since 0.1.0
 * @see io.github.balethon.handler.InvalidTextException
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface TextValue {

	/**
	 * Code of the text for the sender of an invalid value.
	 * @return the code in the {@code MessageSource}
	 */
	String invalid();

}
