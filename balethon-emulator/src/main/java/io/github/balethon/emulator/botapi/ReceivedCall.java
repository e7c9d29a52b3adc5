package io.github.balethon.emulator.botapi;

import java.time.Instant;

import tools.jackson.databind.JsonNode;

/**
 * A call of a Bot API method.
 *
 * @param method name of the method in Bale's spelling
 * @param parameters the parameters as received; not to be changed
 * @param arrivedAt when the call arrived, by the emulator's clock
 * @param arrivedNanos when the call arrived, by {@link System#nanoTime()}
 * @since 0.1.0
 */
public record ReceivedCall(String method, JsonNode parameters, Instant arrivedAt, long arrivedNanos) {
}
