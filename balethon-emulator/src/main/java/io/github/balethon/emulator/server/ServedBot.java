package io.github.balethon.emulator.server;

import io.github.balethon.emulator.botapi.BotApi;
import io.github.balethon.emulator.control.ControlRoutes;

/**
 * A bot of the server with its own messenger.
 *
 * @param api the Bot API
 * @param control the control API
 * @param activity is run after each request that may have changed something
 * @since 0.1.0
 */
public record ServedBot(BotApi api, ControlRoutes control, Runnable activity) {
}
