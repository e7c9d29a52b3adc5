package io.github.balethon.handler.internal;

import java.util.Locale;

import io.github.balethon.handler.BaleLocaleResolver;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/**
 * Texts of a {@link MessageSource} in the language of the person.
 *
 * @since 0.1.0
 */
public final class MessageTexts {

	private final MessageSource messages;

	private final BaleLocaleResolver locales;

	/**
	 * Creates the texts.
	 * @param messages where texts are
	 * @param locales which language is meant
	 */
	public MessageTexts(MessageSource messages, BaleLocaleResolver locales) {
		this.messages = messages;
		this.locales = locales;
	}

	/**
	 * The language that Bale names for the person, or else the given one.
	 * @param fallback the language of people for whom Bale names none
	 * @return the resolver
	 */
	public static BaleLocaleResolver languageOfPersonOr(Locale fallback) {
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
