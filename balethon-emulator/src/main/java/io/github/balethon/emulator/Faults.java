package io.github.balethon.emulator;

import java.time.Duration;

import io.github.balethon.emulator.botapi.FaultInjector;
import org.jspecify.annotations.Nullable;

/**
 * Injects faults and delays into the calls of the bot. Method names are case-insensitive;
 * an unknown name is an {@link IllegalArgumentException}. Thread-safe.
 *
 * @since 0.1.0
 * @see BaleEmulator#faults()
 * @see BaleEmulator#network(Network)
 */
public final class Faults {

	private final FaultInjector faults;

	Faults(FaultInjector faults) {
		this.faults = faults;
	}

	/**
	 * Injects a fault into the calls of a method, from the next call on. If several
	 * faults apply to a call, the oldest one takes effect. A delay of the method is
	 * added.
	 * @param method name of the method
	 * @param fault the fault
	 * @return removes the fault
	 */
	public ActiveFault inject(String method, Fault fault) {
		return new ActiveFault(this.faults.inject(method, fault.definition()));
	}

	/**
	 * Injects a fault into the calls of all methods except {@code getUpdates}.
	 * @param fault the fault
	 * @return removes the fault
	 */
	public ActiveFault inject(Fault fault) {
		return new ActiveFault(this.faults.inject(null, fault.definition()));
	}

	/**
	 * Removes all faults and delays, accepts the token again, and answers hanging calls.
	 * Does not change the network.
	 */
	public void clear() {
		this.faults.clear();
	}

	/**
	 * Delays the calls of all methods, except {@code getUpdates} and methods with a delay
	 * of their own.
	 * @param delay delay before a call takes effect and is answered; zero for none
	 */
	public void delay(Duration delay) {
		this.faults.delay(delay);
	}

	/**
	 * Delays the calls of a method, from the next call on.
	 * @param method name of the method
	 * @param delay delay before a call takes effect and is answered; zero for none
	 */
	public void delay(String method, Duration delay) {
		this.faults.delay(method, delay);
	}

	/**
	 * Lets the next calls of a method fail without effect. Short for
	 * {@link Fault#status(int, String)}.
	 * @param method name of the method
	 * @param code error code and HTTP status, from 400 to 599
	 * @param description the error description
	 * @param times number of calls, at least 1
	 */
	public void fail(String method, int code, String description, int times) {
		inject(method, Fault.status(code, description).times(times));
	}

	/**
	 * Lets the next calls of a method fail with Bale's rate limit: error code 429,
	 * {@code bot limit exceed}.
	 * @param method name of the method
	 * @param retryAfter value of {@code retry_after} in whole seconds, or {@code null} to
	 * leave it out as Bale may do
	 * @param times number of calls, at least 1
	 */
	public void limit(String method, @Nullable Duration retryAfter, int times) {
		Fault fault = (retryAfter != null) ? Fault.tooManyRequests(retryAfter)
				: Fault.tooManyRequestsWithoutParameters();
		inject(method, fault.times(times));
	}

	/**
	 * Refuses the token with 403 as if it was revoked. Blocked long polls complete, so
	 * that the bot notices.
	 * @param refuse whether to refuse the token
	 */
	public void refuseToken(boolean refuse) {
		this.faults.refuseToken(refuse);
	}

	/**
	 * Returns the number of hanging requests, because of a fault or of
	 * {@link Network#BLACK_HOLE}.
	 * @return the number of requests whose client has not given up
	 */
	public int hanging() {
		return this.faults.hanging();
	}

}
