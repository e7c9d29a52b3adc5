package io.github.balethon.bot;

/**
 * The update source has ended unexpectedly, such as because of an
 * {@code OutOfMemoryError}: the bot receives no more updates until the application is
 * restarted. Sets the liveness state of a Spring Boot application to broken. Published on
 * the thread of the source.
 *
 * @since 0.1.0
 */
public final class UpdateSourceEndedEvent extends BotEvent {

	UpdateSourceEndedEvent(Object source) {
		super(source);
	}

}
