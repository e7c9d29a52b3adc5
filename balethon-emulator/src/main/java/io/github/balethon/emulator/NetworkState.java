package io.github.balethon.emulator;

/**
 * The state of the network between the bot and the emulator.
 */
enum NetworkState {

	/** Requests are answered. */
	UP,

	/** Connections are reset and refused. */
	REFUSED,

	/** Connections are accepted, requests are never answered. */
	BLACK_HOLE

}
