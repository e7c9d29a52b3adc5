package io.github.balethon.bot;

/**
 * The bot has started with the application, and its update source is about to start if
 * there is a handler. Published on the thread that starts the application.
 *
 * @since 0.1.0
 */
public final class BotStartedEvent extends BotEvent {

	BotStartedEvent(Object source) {
		super(source);
	}

}
