package io.github.balethon.source;

import org.springframework.context.ApplicationEvent;

/**
 * Something in the life of the bot, for {@code @EventListener} methods: see
 * {@link BotStartedEvent}, {@link BotConnectedEvent}, {@link BotDisconnectedEvent},
 * {@link PollingEndedEvent} and {@link BotStoppingEvent}.
 *
 * @since 0.1.0
 */
public abstract sealed class BotEvent extends ApplicationEvent
		permits BotStartedEvent, BotConnectedEvent, BotDisconnectedEvent, PollingEndedEvent, BotStoppingEvent {

	BotEvent(Object source) {
		super(source);
	}

	@Override
	public String toString() {
		return getClass().getSimpleName();
	}

}
