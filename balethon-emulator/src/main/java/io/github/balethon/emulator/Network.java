package io.github.balethon.emulator;

import io.github.balethon.emulator.server.NetworkState;

/**
 * How the bot reaches the emulator. The control API stays where it is: it is out of order
 * only while connections are refused, for whoever has none yet.
 *
 * @since 0.1.0
 * @see BaleEmulator#network(Network)
 */
public enum Network {

	/**
	 * Requests are answered.
	 */
	UP,

	/**
	 * Nobody listens: the bot's connections are reset and new ones refused.
	 */
	REFUSED,

	/**
	 * Connections are accepted, and nothing is ever answered. Requests that come in now
	 * take no effect and are no calls; those in work take effect, but their answers are
	 * lost.
	 */
	BLACK_HOLE;

	NetworkState internal() {
		return NetworkState.valueOf(name());
	}

}
