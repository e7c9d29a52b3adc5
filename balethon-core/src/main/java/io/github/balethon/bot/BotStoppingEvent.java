package io.github.balethon.bot;

/**
 * The bot is about to shut down: its update source stops next, and then updates in
 * progress are finished. Published on the thread that shuts down the application.
 *
 * @since 0.1.0
 */
public final class BotStoppingEvent extends BotEvent {

	BotStoppingEvent(Object source) {
		super(source);
	}

}
