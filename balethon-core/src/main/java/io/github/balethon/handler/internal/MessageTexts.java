package io.github.balethon.handler.internal;

import java.util.Locale;

import io.github.balethon.handler.BaleLocaleResolver;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/**
 * Resolves texts of a {@link MessageSource} in the locale of the sender.
 *
 * @since 0.1.0
 */
public final class MessageTexts {

	private final MessageSource messages;

	private final BaleLocaleResolver locales;

	/**
	 * Creates an instance.
	 * @param messages the message source
	 * @param locales the resolver of the locale
	 */
	public MessageTexts(MessageSource messages, BaleLocaleResolver locales) {
		this.messages = messages;
		this.locales = locales;
	}

	/**
	 * Returns a resolver for the language code of the sender.
	 * @param fallback the locale of users without a language code
	 * @return the resolver
	 */
	public static BaleLocaleResolver languageOfUserOr(Locale fallback) {
		return (update) -> {
			User from = update.from();
			String tag = (from != null) ? from.languageCode() : null;
			return (tag != null && !tag.isBlank()) ? Locale.forLanguageTag(tag) : fallback;
		};
	}

	Locale locale(Update update) {
		return this.locales.resolveLocale(update);
	}

	String text(Update update, String code, Object... arguments) {
		return this.messages.getMessage(code, arguments, locale(update));
	}

	String text(Update update, MessageSourceResolvable message) {
		return this.messages.getMessage(message, locale(update));
	}

}
