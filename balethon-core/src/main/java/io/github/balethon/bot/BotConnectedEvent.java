package io.github.balethon.bot;

/**
 * The update source is connected: Bale answers, for the first time or again. Published on
 * the thread {@code bale-event}, in the order of the events.
 *
 * @since 0.1.0
 */
public final class BotConnectedEvent extends BotEvent {

	BotConnectedEvent(Object source) {
		super(source);
	}

}
