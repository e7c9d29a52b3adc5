package io.github.balethon.handler;

import java.util.Locale;

import io.github.balethon.model.Update;

/**
 * Tells which language a person is answered in. By default it is the one that Bale names,
 * which it rarely does, or else {@code bale.locale}; a bean of this type decides in
 * another way, such as by what the person has chosen.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BaleLocaleResolver {

	/**
	 * The language for the person who caused an update.
	 * @param update the update
	 * @return the language
	 */
	Locale resolveLocale(Update update);

}
