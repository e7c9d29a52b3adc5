package io.github.balethon.emulator;

import java.time.Instant;
import java.util.List;

import io.github.balethon.emulator.botapi.ReceivedCall;
import tools.jackson.databind.JsonNode;

/**
 * A call of a Bot API method by the bot.
 *
 * @param method name of the method in Bale's spelling, for example {@code sendMessage}
 * @param parameters the parameters as received, an object; values of a query string or a
 * form are strings; not to be changed
 * @param arrivedAt when the call arrived, by the emulator's clock
 * @param arrivedNanos when the call arrived, by {@link System#nanoTime()}, to measure
 * intervals between calls
 * @since 0.1.0
 */
public record Call(String method, JsonNode parameters, Instant arrivedAt, long arrivedNanos) {

	static Call of(ReceivedCall call) {
		return new Call(call.method(), call.parameters(), call.arrivedAt(), call.arrivedNanos());
	}

	static List<Call> listOf(List<ReceivedCall> calls) {
		return calls.stream().map(Call::of).toList();
	}

}
