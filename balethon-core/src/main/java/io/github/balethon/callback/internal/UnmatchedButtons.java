package io.github.balethon.callback.internal;

import io.github.balethon.callback.InvalidCallbackDataException.Reason;
import io.github.balethon.client.LogText;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.UnhandledUpdateEvent;
import io.github.balethon.model.CallbackQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationListener;

/**
 * Answers buttons with typed callback data that no handler takes, such as those of a
 * feature that no longer exists.
 *
 * @since 0.1.0
 */
public final class UnmatchedButtons implements ApplicationListener<UnhandledUpdateEvent> {

	private static final Logger logger = LoggerFactory.getLogger(UnmatchedButtons.class);

	private final CallbackCodec codec;

	/**
	 * Creates a listener.
	 * @param codec the codec, which counts the buttons
	 */
	public UnmatchedButtons(CallbackCodec codec) {
		this.codec = codec;
	}

	@Override
	public void onApplicationEvent(UnhandledUpdateEvent event) {
		BaleContext context = event.getContext();
		CallbackQuery query = context.update().callbackQuery();
		String data = (query != null) ? query.data() : null;
		if (data == null || !CallbackCodec.isTyped(data)) {
			return;
		}
		this.codec.reject(Reason.OUTDATED);
		context.answer(context.text("bale.callback.outdated")).subscribe((answered) -> {
		}, (ex) -> logger.debug("Callback query of update {} could not be answered", context.update().updateId(),
				LogText.escape(ex)));
	}

	// The event is published on the worker of the update.
	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

}
