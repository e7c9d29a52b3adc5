package io.github.balethon.emulator.world;

/**
 * Publishes updates to the bot.
 *
 * @since 0.1.0
 */
public interface UpdatePublisher {

	/**
	 * Renders an update and adds it to the queue.
	 * @param update the update
	 * @return identifier of the update
	 */
	long publish(BotUpdate update);

}
