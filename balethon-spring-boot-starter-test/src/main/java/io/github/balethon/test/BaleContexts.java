package io.github.balethon.test;

import java.util.Locale;

import io.github.balethon.client.BaleClient;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.MessageTexts;
import io.github.balethon.model.Update;

import org.springframework.context.MessageSource;
import org.springframework.context.support.StaticMessageSource;

/**
 * Creates a {@link BaleContext} for tests that invoke a handler method directly, without
 * an application context. The context has no conversation.
 *
 * @since 0.1.0
 */
public final class BaleContexts {

	private static final long BOT_ID = 1;

	private BaleContexts() {
	}

	/**
	 * Creates a context without messages of the application.
	 * @param update the update, for example of {@link Update#builder(long)}
	 * @param client the client, for example a mock
	 * @return the context
	 */
	public static BaleContext of(Update update, BaleClient client) {
		return of(update, client, new StaticMessageSource());
	}

	/**
	 * Creates a context.
	 * @param update the update, for example of {@link Update#builder(long)}
	 * @param client the client, for example a mock
	 * @param messages the messages of the application
	 * @return the context, in the language of the user or in Persian
	 */
	public static BaleContext of(Update update, BaleClient client, MessageSource messages) {
		MessageTexts texts = new MessageTexts(messages, MessageTexts.languageOfUserOr(Locale.forLanguageTag("fa")));
		return new BaleContextFactory(() -> BOT_ID, texts).create(update, client, false);
	}

}
