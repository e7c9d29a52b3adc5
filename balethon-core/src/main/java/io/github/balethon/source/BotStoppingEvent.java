package io.github.balethon.source;

/**
 * The bot stops: no more updates are asked for, and what is in hand is going to be
 * finished. Published on the thread that stops the application.
 *
 * @since 0.1.0
 */
public final class BotStoppingEvent extends BotEvent {

	BotStoppingEvent(Object source) {
		super(source);
	}

}
