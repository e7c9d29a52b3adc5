package io.github.balethon.emulator.botapi;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.emulator.http.Limbo;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on demand: slowness, faults at calls, a token that is refused.
 */
final class InjectedFaults {

	private final Map<String, Duration> delays = new ConcurrentHashMap<>();

	private final List<InjectedFault> active = new CopyOnWriteArrayList<>();

	private final AtomicInteger lastId = new AtomicInteger();

	private final Limbo limbo = new Limbo();

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
	 * Brings a fault into force, behind those that are.
	 * @param method the method, or null for all but getUpdates
	 * @param fault the fault
	 * @return the fault in force
	 */
	InjectedFault add(@Nullable String method, FaultDefinition fault) {
		if (fault.kind().isOfPages() && !BotMethods.GET_UPDATES.equals(method)) {
			throw new IllegalArgumentException("Only getUpdates answers with pages of updates; a fault of pages is for "
					+ "getUpdates and nothing else.");
		}
		InjectedFault added = new InjectedFault(this.lastId.incrementAndGet(), method, fault, this.limbo,
				this.active::remove);
		this.active.add(added);
		return added;
	}

	/**
	 * The fault that strikes a call: the oldest that is for it.
	 * @param call the call
	 * @return the fault, or null if nothing goes wrong
	 */
	@Nullable InjectedFault next(ReceivedCall call) {
		return next(call, false);
	}

	/**
	 * The fault that strikes a page of updates.
	 * @param call the call of getUpdates that is answered with the page
	 * @return the kind of the fault, or null if nothing goes wrong
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
		this.limbo.release();
	}

	void refuseToken(boolean refuse) {
		this.tokenRefused = refuse;
	}

	boolean isTokenRefused() {
		return this.tokenRefused;
	}

	Limbo limbo() {
		return this.limbo;
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
