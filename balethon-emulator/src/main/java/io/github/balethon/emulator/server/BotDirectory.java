package io.github.balethon.emulator.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.balethon.emulator.botapi.BotApi;

/**
 * The bots of a server. Calls of the Bot API are assigned by the token; the chat page and
 * the control API of a bot have its identifier as a prefix of their paths, which is
 * optional for the first bot.
 */
final class BotDirectory {

	private static final Pattern PREFIX = Pattern.compile("^/(\\d{1,18})(?=[/?]|$)");

	private final List<ServedBot> bots = new CopyOnWriteArrayList<>();

	/**
	 * Adds a bot.
	 * @param bot the bot
	 * @throws IllegalArgumentException if there is a bot with the same identifier
	 */
	synchronized void add(ServedBot bot) {
		long id = bot.api().botId();
		if (this.bots.stream().anyMatch((other) -> other.api().botId() == id)) {
			throw new IllegalArgumentException("Two bots of one emulator must not have the same ID " + id
					+ ". Use another number in front of the colon of the token.");
		}
		this.bots.add(bot);
	}

	void remove(ServedBot bot) {
		this.bots.remove(bot);
	}

	boolean contains(ServedBot bot) {
		return this.bots.contains(bot);
	}

	/**
	 * Returns the bot of a request.
	 * @param uri the URI of the request
	 * @return the bot; the first one if the token or the identifier is unknown
	 */
	Target find(String uri) {
		if (BotApi.isFor(uri)) {
			ServedBot bot = this.bots.stream()
				.filter((each) -> each.api().isAddressedBy(uri))
				.findFirst()
				.orElse(first());
			return new Target(bot, "", true);
		}
		Matcher prefix = PREFIX.matcher(uri);
		if (prefix.find()) {
			long id = Long.parseLong(prefix.group(1));
			for (ServedBot bot : this.bots) {
				if (bot.api().botId() == id) {
					return new Target(bot, prefix.group(), false);
				}
			}
		}
		return new Target(first(), "", false);
	}

	private ServedBot first() {
		return this.bots.get(0);
	}

	/**
	 * The bot of a request.
	 *
	 * @param bot the bot
	 * @param prefix the part of the path that selects the bot; empty if none
	 * @param fromBot whether the request is one of the Bot API
	 */
	record Target(ServedBot bot, String prefix, boolean fromBot) {
	}

}
