package io.github.balethon.bot;

/**
 * The update source is disconnected: Bale does not answer, or refuses the bot. Published
 * on the thread {@code bale-event}, in the order of the events.
 *
 * @since 0.1.0
 */
public final class BotDisconnectedEvent extends BotEvent {

	BotDisconnectedEvent(Object source) {
		super(source);
	}

}
