package io.github.balethon.annotation;

import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * A bean whose {@link BaleExceptionHandler @BaleExceptionHandler} methods are for the
 * handlers of other beans. Several are asked in their
 * {@link org.springframework.core.annotation.Order @Order}. Without attributes it is for
 * all handlers; with several, for those that one of them names.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
public @interface BaleAdvice {

	/**
	 * Name of the bean.
	 * @return the name; by default one that Spring makes
	 */
	@AliasFor(annotation = Component.class, attribute = "value")
	String name() default "";

	/**
	 * Packages whose handlers are meant, with those below.
	 * @return the packages
	 */
	String[] basePackages() default {};

	/**
	 * Classes whose handlers are meant, with those that extend or implement them.
	 * @return the classes
	 */
	Class<?>[] assignableTypes() default {};

	/**
	 * Annotations of classes whose handlers are meant.
	 * @return the annotations
	 */
	Class<? extends Annotation>[] annotations() default {};

}
