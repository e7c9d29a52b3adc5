package io.github.balethon.emulator;

/**
 * Publishes updates to the bot.
 */
interface UpdatePublisher {

	/**
	 * Renders an update and adds it to the queue.
	 * @param update the update
	 * @return identifier of the update
	 */
	long publish(BotUpdate update);

}
