package io.github.balethon.handler;

import java.util.Locale;

import io.github.balethon.model.Update;

/**
 * Resolves the locale for replies to the sender of an update. The default is the language
 * code of the user, which Bale rarely sends, or else {@code bale.handler.locale}. A bean
 * of this type replaces it, for example to use a setting of the user.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BaleLocaleResolver {

	/**
	 * Resolves the locale for the sender of an update.
	 * @param update the update
	 * @return the locale
	 */
	Locale resolveLocale(Update update);

}
