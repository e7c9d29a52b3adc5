package io.github.balethon.source;

/**
 * The bot has started with the application; updates are asked for from now on, if there
 * is a handler. Published on the thread that starts the application.
 *
 * @since 0.1.0
 */
public final class BotStartedEvent extends BotEvent {

	BotStartedEvent(Object source) {
		super(source);
	}

}
