package io.github.balethon.bot;

import org.springframework.context.ApplicationEvent;

/**
 * Base class of the events of a bot's lifecycle, for {@code @EventListener} methods: see
 * {@link BotStartedEvent}, {@link BotConnectedEvent}, {@link BotDisconnectedEvent},
 * {@link UpdateSourceEndedEvent} and {@link BotStoppingEvent}.
 *
 * @since 0.1.0
 */
public abstract sealed class BotEvent extends ApplicationEvent
		permits BotStartedEvent, BotConnectedEvent, BotDisconnectedEvent, UpdateSourceEndedEvent, BotStoppingEvent {

	BotEvent(Object source) {
		super(source);
	}

	@Override
	public String toString() {
		return getClass().getSimpleName();
	}

}
