package io.github.balethon.autoconfigure;

import io.github.balethon.bot.BotConnectedEvent;
import io.github.balethon.bot.BotEvent;
import io.github.balethon.bot.BotStoppingEvent;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.LogText;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.model.User;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;

import org.springframework.context.ApplicationListener;
import org.springframework.util.StringUtils;

/**
 * Reads the username of the bot by {@code getMe} if {@code bale.username} is not set.
 * Runs beside polling, each time that the bot connects, until the username is known, so
 * that the startup needs no network.
 */
final class BotUsernameLookup implements ApplicationListener<BotEvent> {

	private static final Log logger = LogFactory.getLog(BotUsernameLookup.class);

	private final HandlerRegistry handlers;

	private final BaleClient client;

	private final Disposable.Swap call = Disposables.swap();

	BotUsernameLookup(HandlerRegistry handlers, BaleClient client) {
		this.handlers = handlers;
		this.client = client;
	}

	@Override
	public void onApplicationEvent(BotEvent event) {
		if (event instanceof BotConnectedEvent && this.handlers.isUsernameMissing()) {
			this.call.update(this.client.getMe().subscribe(this::received, this::failed));
		}
		else if (event instanceof BotStoppingEvent) {
			// A graceful shutdown must not wait for it.
			this.call.update(Disposables.disposed());
		}
	}

	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	private void received(User bot) {
		String username = bot.username();
		if (StringUtils.hasText(username)) {
			this.handlers.setUsername(username);
			logger.debug("Commands are matched with the username of the bot: " + username);
		}
		else {
			logger.info("The bot has no username, so commands for other bots are handled too");
		}
	}

	private void failed(Throwable error) {
		logger.info("getMe failed, so commands for other bots are handled too until the next connection. "
				+ "Set bale.username to the username of the bot", LogText.escape(error));
	}

}
