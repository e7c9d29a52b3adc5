package io.github.balethon.source;

/**
 * Polling has ended although the bot is running, such as for want of memory, and the bot
 * receives no more updates until it is restarted. Breaks the liveness state of a Spring
 * Boot application. Published on the thread that polled.
 *
 * @since 0.1.0
 */
public final class PollingEndedEvent extends BotEvent {

	PollingEndedEvent(Object source) {
		super(source);
	}

}
