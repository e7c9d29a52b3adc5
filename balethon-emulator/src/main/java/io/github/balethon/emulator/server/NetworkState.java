package io.github.balethon.emulator.server;

/**
 * The state of the network between the bot and the emulator.
 *
 * @since 0.1.0
 */
public enum NetworkState {

	/** Requests are answered. */
	UP,

	/** Connections are reset and refused. */
	REFUSED,

	/** Connections are accepted, requests are never answered. */
	BLACK_HOLE

}
