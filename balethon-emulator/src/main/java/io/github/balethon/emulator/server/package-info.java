/**
 * Internal, not part of the API: the HTTP server, which routes requests to the Bot API,
 * to the control API and to the chat page, and the network between the bot and the
 * emulator. Types are public for the other packages of the emulator only.
 */
@NullMarked
package io.github.balethon.emulator.server;

import org.jspecify.annotations.NullMarked;
