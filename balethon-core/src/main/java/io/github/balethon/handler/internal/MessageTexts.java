package io.github.balethon.handler.internal;

import java.util.Locale;
import java.util.ResourceBundle;

import io.github.balethon.handler.BaleLocaleResolver;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Resolves texts of a {@link MessageSource} in the locale of the sender. Codes of this
 * library, which start with {@code bale.}, have default texts.
 *
 * @since 0.1.0
 */
public final class MessageTexts {

	private static final String PREFIX = "bale.";

	private static final String BUNDLE = "io.github.balethon.messages";

	// The locale of the server says nothing about users.
	private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
		.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

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
		return text(update, new DefaultMessageSourceResolvable(new String[] { code }, arguments));
	}

	String text(Update update, MessageSourceResolvable message) {
		Locale locale = locale(update);
		return this.messages.getMessage(withDefault(message, locale), locale);
	}

	private static MessageSourceResolvable withDefault(MessageSourceResolvable message, Locale locale) {
		String[] codes = message.getCodes();
		if (message.getDefaultMessage() != null || codes == null || codes.length == 0
				|| !codes[codes.length - 1].startsWith(PREFIX)) {
			return message;
		}
		ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, MessageTexts.class.getClassLoader(),
				NO_FALLBACK);
		String code = codes[codes.length - 1];
		return bundle.containsKey(code)
				? new DefaultMessageSourceResolvable(codes, message.getArguments(), bundle.getString(code)) : message;
	}

}
