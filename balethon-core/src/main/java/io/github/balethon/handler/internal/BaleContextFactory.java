package io.github.balethon.handler.internal;

import java.util.function.LongSupplier;

import io.github.balethon.client.BaleClient;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Creates the {@link BaleContext} of an update.
 *
 * @since 0.1.0
 */
public final class BaleContextFactory {

	private final LongSupplier botId;

	private final MessageTexts texts;

	private final @Nullable Conversations conversations;

	/**
	 * Creates a factory.
	 * @param botId supplies the identifier of the bot
	 * @param texts resolves texts in the locale of the sender
	 */
	public BaleContextFactory(LongSupplier botId, MessageTexts texts) {
		this(botId, texts, null);
	}

	/**
	 * Creates a factory for a bot with conversations.
	 * @param botId supplies the identifier of the bot
	 * @param texts resolves texts in the locale of the sender
	 * @param conversations the conversations, or {@code null} for none
	 */
	public BaleContextFactory(LongSupplier botId, MessageTexts texts, @Nullable Conversations conversations) {
		this.botId = botId;
		this.texts = texts;
		this.conversations = conversations;
	}

	/**
	 * Returns the identifier of the bot.
	 * @return the identifier
	 */
	public long botId() {
		return this.botId.getAsLong();
	}

	/**
	 * Creates a context.
	 * @param update the update
	 * @param client the client that is bound to the update
	 * @param redelivered whether the update may have been handled before
	 * @return the context
	 */
	public BaleContext create(Update update, BaleClient client, boolean redelivered) {
		return new DefaultBaleContext(update, client, this.botId.getAsLong(), redelivered, this.texts,
				this.conversations);
	}

}
