package io.github.balethon.emulator.botapi;

import java.time.Duration;
import java.util.List;

import io.github.balethon.emulator.world.UpdateQueue;
import org.jspecify.annotations.Nullable;

/**
 * Injects faults and delays into the calls of the bot. Method names are case-insensitive;
 * an unknown name is an {@link IllegalArgumentException}.
 *
 * @since 0.1.0
 */
public final class FaultInjector {

	private final BotMethods methods;

	private final InjectedFaults faults;

	private final UpdateQueue updates;

	FaultInjector(BotMethods methods, InjectedFaults faults, UpdateQueue updates) {
		this.methods = methods;
		this.faults = faults;
		this.updates = updates;
	}

	/**
	 * Injects a fault.
	 * @param method name of the method, or {@code null} for all methods except getUpdates
	 * @param fault the fault
	 * @return the injected fault
	 */
	public InjectedFault inject(@Nullable String method, FaultDefinition fault) {
		return this.faults.add((method != null) ? this.methods.canonicalName(method) : null, fault);
	}

	public List<InjectedFault> active() {
		return this.faults.active();
	}

	public void clear() {
		this.faults.clear();
	}

	public void delay(Duration delay) {
		this.faults.delay(delay);
	}

	public void delay(String method, Duration delay) {
		this.faults.delay(this.methods.canonicalName(method), delay);
	}

	/**
	 * Refuses or accepts the token. Blocked long polls complete, so that the bot notices.
	 * @param refuse whether to refuse the token
	 */
	public void refuseToken(boolean refuse) {
		this.faults.refuseToken(refuse);
		this.updates.polls().signalAll();
	}

	public int hanging() {
		return this.faults.hangingRequests().size();
	}

}
