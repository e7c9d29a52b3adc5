package io.github.balethon.emulator;

import io.github.balethon.emulator.botapi.InjectedFault;

/**
 * A fault that was injected and can be removed. Thread-safe.
 *
 * @since 0.1.0
 * @see Faults#inject(String, Fault)
 */
public final class ActiveFault {

	private final InjectedFault fault;

	ActiveFault(InjectedFault fault) {
		this.fault = fault;
	}

	/**
	 * Returns the number of calls that the fault has affected.
	 * @return the number of calls; for a fault of pages the number of pages
	 */
	public int hits() {
		return this.fault.hits();
	}

	/**
	 * Removes the fault and answers the calls that hang because of it. Does nothing else
	 * if the fault is not active any more.
	 */
	public void remove() {
		this.fault.remove();
	}

	@Override
	public String toString() {
		return this.fault.toString();
	}

}
