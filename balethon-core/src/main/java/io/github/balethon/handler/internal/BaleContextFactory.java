package io.github.balethon.handler.internal;

import java.util.function.LongSupplier;

import io.github.balethon.client.BaleClient;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Update;

/**
 * Creates the {@link BaleContext} of an update.
 *
 * @since 0.1.0
 */
public final class BaleContextFactory {

	private final LongSupplier botId;

	private final MessageTexts texts;

	/**
	 * Creates a factory.
	 * @param botId supplies the identifier of the bot
	 * @param texts resolves texts in the locale of the sender
	 */
	public BaleContextFactory(LongSupplier botId, MessageTexts texts) {
		this.botId = botId;
		this.texts = texts;
	}

	/**
	 * Creates a context.
	 * @param update the update
	 * @param client the client that is bound to the update
	 * @param redelivered whether the update may have been handled before
	 * @return the context
	 */
	public BaleContext create(Update update, BaleClient client, boolean redelivered) {
		return new DefaultBaleContext(update, client, this.botId.getAsLong(), redelivered, this.texts);
	}

}
