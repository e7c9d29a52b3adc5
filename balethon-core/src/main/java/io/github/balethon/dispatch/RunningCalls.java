package io.github.balethon.dispatch;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls to Bale in flight, whichever code has started them.
 */
final class RunningCalls {

	private final InFlight inFlight = new InFlight();

	private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();

	void begin(RunningCall call) {
		this.inFlight.begin();
		this.running.add(call);
	}

	void end(RunningCall call) {
		this.running.remove(call);
		this.inFlight.end();
	}

	InFlight inFlight() {
		return this.inFlight;
	}

	/**
	 * Fails all calls in flight.
	 * @param error the error
	 */
	void abort(Throwable error) {
		this.running.forEach((call) -> call.abort(error));
	}

	/**
	 * A call in flight.
	 */
	interface RunningCall {

		/**
		 * Fails the call, unless it has ended.
		 * @param error the error
		 * @return whether the call was in flight
		 */
		boolean abort(Throwable error);

	}

}
