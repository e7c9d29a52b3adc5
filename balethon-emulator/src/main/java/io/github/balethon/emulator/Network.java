package io.github.balethon.emulator;

import io.github.balethon.emulator.server.NetworkState;

/**
 * The state of the network between the bot and the emulator. The control API stays
 * available, except to new connections while they are refused.
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
	 * Existing connections of the bot are reset, new connections are refused.
	 */
	REFUSED,

	/**
	 * Connections are accepted, but requests are never answered. New requests have no
	 * effect and are not recorded as calls; requests in progress take effect, but their
	 * responses are lost.
	 */
	BLACK_HOLE;

	NetworkState internal() {
		return NetworkState.valueOf(name());
	}

}
