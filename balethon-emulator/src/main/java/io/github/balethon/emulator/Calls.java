package io.github.balethon.emulator;

import java.time.Duration;
import java.util.List;

import io.github.balethon.emulator.botapi.BotMethods;
import io.github.balethon.emulator.botapi.CallLog;

/**
 * The calls of the bot, answered or not. The newest 10,000 are kept; the counts include
 * older ones. Method names are case-insensitive; an unknown name is an
 * {@link IllegalArgumentException}. Thread-safe.
 *
 * @since 0.1.0
 * @see BaleEmulator#calls()
 */
public final class Calls {

	private final CallLog calls;

	private final BotMethods methods;

	Calls(CallLog calls, BotMethods methods) {
		this.calls = calls;
		this.methods = methods;
	}

	/**
	 * Returns the calls of all methods.
	 * @return the calls in the order of arrival; a copy
	 */
	public List<Call> all() {
		return Call.listOf(this.calls.all());
	}

	/**
	 * Returns the calls of a method.
	 * @param method name of the method
	 * @return the calls in the order of arrival; a copy
	 */
	public List<Call> of(String method) {
		return Call.listOf(this.calls.of(canonical(method)));
	}

	/**
	 * Blocks until the bot has called a method a number of times since the emulator was
	 * built.
	 * @param method name of the method
	 * @param count minimum number of calls
	 * @param timeout maximum time to wait
	 * @throws AssertionError if there are fewer calls in time
	 */
	public void await(String method, int count, Duration timeout) {
		this.calls.await(canonical(method), count, timeout);
	}

	/**
	 * Returns the number of calls of a method that are in flight: arrived and not
	 * answered yet.
	 * @param method name of the method
	 * @return the current number of calls
	 */
	public int inFlight(String method) {
		return this.calls.inFlight(canonical(method));
	}

	/**
	 * Returns the maximum number of calls of a method that were in flight at the same
	 * time.
	 * @param method name of the method
	 * @return the maximum since the emulator was built
	 */
	public int maxInFlight(String method) {
		return this.calls.maxInFlight(canonical(method));
	}

	private String canonical(String method) {
		return this.methods.canonicalName(method);
	}

}
