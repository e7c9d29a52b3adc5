package io.github.balethon.dispatch;

import java.util.function.LongSupplier;

import io.github.balethon.client.SafeObservations.SafeScope;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Puts the identifiers of an update into the MDC of the threads that handle it:
 * {@value #BOT}, {@value #UPDATE}, {@value #CHAT} and {@value #HANDLER}.
 *
 * @since 0.1.0
 */
public final class UpdateMdc {

	/** Key of the identifier of the bot. */
	public static final String BOT = "bale.bot";

	/** Key of the identifier of the update. */
	public static final String UPDATE = "bale.update";

	/** Key of the identifier of the chat. Absent if the update has none. */
	public static final String CHAT = "bale.chat";

	/** Key of class and method of the handler. Absent until one is selected. */
	public static final String HANDLER = "bale.handler";

	private final LongSupplier botId;

	/**
	 * Creates an instance.
	 * @param botId supplies the identifier of the bot when it is needed
	 */
	public UpdateMdc(LongSupplier botId) {
		this.botId = botId;
	}

	/**
	 * Puts the identifiers into the MDC of this thread.
	 * @param update the update
	 * @param handler its handler, or {@code null} if none is selected
	 * @return removes them, on the same thread
	 */
	SafeScope open(Update update, @Nullable BaleHandlerMethod handler) {
		MDC.put(BOT, Long.toString(this.botId.getAsLong()));
		MDC.put(UPDATE, Long.toString(update.updateId()));
		Chat chat = update.chat();
		if (chat != null) {
			MDC.put(CHAT, Long.toString(chat.id()));
		}
		if (handler != null) {
			handler(handler);
		}
		return () -> {
			MDC.remove(BOT);
			MDC.remove(UPDATE);
			MDC.remove(CHAT);
			MDC.remove(HANDLER);
		};
	}

	/**
	 * Puts the handler into the MDC of this thread, in addition to the identifiers.
	 * @param handler the handler
	 */
	void handler(BaleHandlerMethod handler) {
		MDC.put(HANDLER, handler.toString());
	}

}
