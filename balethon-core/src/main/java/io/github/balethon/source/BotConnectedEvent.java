package io.github.balethon.source;

/**
 * Bale answers, for the first time or again. Published on a thread of its own, in the
 * order of events.
 *
 * @since 0.1.0
 */
public final class BotConnectedEvent extends BotEvent {

	BotConnectedEvent(Object source) {
		super(source);
	}

}
