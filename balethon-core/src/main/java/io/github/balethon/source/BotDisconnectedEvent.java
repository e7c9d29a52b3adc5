package io.github.balethon.source;

/**
 * Bale does not answer any more, or refuses the bot. Published on a thread of its own, in
 * the order of events.
 *
 * @since 0.1.0
 */
public final class BotDisconnectedEvent extends BotEvent {

	BotDisconnectedEvent(Object source) {
		super(source);
	}

}
