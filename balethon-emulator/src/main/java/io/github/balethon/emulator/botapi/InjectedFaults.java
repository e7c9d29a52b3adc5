package io.github.balethon.emulator.botapi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.emulator.http.HangingRequests;
import org.jspecify.annotations.Nullable;

/**
 * The active faults and delays, and whether the token is refused.
 */
final class InjectedFaults {

	private final Map<String, Duration> delays = new ConcurrentHashMap<>();

	private final List<InjectedFault> active = new CopyOnWriteArrayList<>();

	private final AtomicInteger lastId = new AtomicInteger();

	private final HangingRequests hangingRequests = new HangingRequests();

	private volatile Duration commonDelay = Duration.ZERO;

	private volatile boolean tokenRefused;

	void delay(Duration delay) {
		this.commonDelay = FaultDefinition.delay(delay).delay();
	}

	void delay(String method, Duration delay) {
		this.delays.put(method, FaultDefinition.delay(delay).delay());
	}

	Duration delayOf(String method) {
		Duration own = this.delays.get(method);
		if (own != null) {
			return own;
		}
		return method.equals(BotMethods.GET_UPDATES) ? Duration.ZERO : this.commonDelay;
	}

	/**
	 * Adds a fault after the existing ones.
	 * @param method name of the method, or {@code null} for all methods except getUpdates
	 * @param fault the fault
	 * @return the active fault
	 */
	InjectedFault add(@Nullable String method, FaultDefinition fault) {
		if (fault.kind().isOfPages() && !BotMethods.GET_UPDATES.equals(method)) {
			throw new IllegalArgumentException(
					"Only getUpdates returns pages of updates. Inject faults of pages into getUpdates.");
		}
		InjectedFault added = new InjectedFault(this.lastId.incrementAndGet(), method, fault, this.hangingRequests,
				this.active::remove);
		this.active.add(added);
		return added;
	}

	/**
	 * Returns the oldest fault that applies to a call.
	 * @param call the call
	 * @return the fault, or {@code null}
	 */
	@Nullable InjectedFault next(ReceivedCall call) {
		return next(call, false);
	}

	/**
	 * Returns the oldest fault that applies to a page of updates.
	 * @param call the call of getUpdates
	 * @return the kind of fault, or {@code null}
	 */
	FaultDefinition.@Nullable Kind nextOfPages(ReceivedCall call) {
		InjectedFault next = next(call, true);
		return (next != null) ? next.definition().kind() : null;
	}

	List<InjectedFault> active() {
		return List.copyOf(this.active);
	}

	void clear() {
		this.commonDelay = Duration.ZERO;
		this.delays.clear();
		this.tokenRefused = false;
		this.active.forEach(InjectedFault::remove);
		this.hangingRequests.release();
	}

	void refuseToken(boolean refuse) {
		this.tokenRefused = refuse;
	}

	boolean isTokenRefused() {
		return this.tokenRefused;
	}

	HangingRequests hangingRequests() {
		return this.hangingRequests;
	}

	private @Nullable InjectedFault next(ReceivedCall call, boolean ofPages) {
		for (InjectedFault fault : this.active) {
			if (fault.definition().kind().isOfPages() == ofPages && fault.take(call)) {
				return fault;
			}
		}
		return null;
	}

}
