package io.github.balethon.emulator;

import java.time.Instant;
import java.util.List;

import io.github.balethon.emulator.botapi.ReceivedCall;
import tools.jackson.databind.JsonNode;

/**
 * One call that the bot has made.
 *
 * @param method name of the method in Bale's own spelling, for example
 * {@code sendMessage}
 * @param parameters the parameters as they arrived, an object; those of a query string or
 * a form are strings; not to be changed
 * @param arrivedAt when the call arrived, by the clock of the emulator
 * @param arrivedNanos when the call arrived, by {@link System#nanoTime()}; for distances
 * between calls
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
