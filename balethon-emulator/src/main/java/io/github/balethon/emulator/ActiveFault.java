package io.github.balethon.emulator;

import io.github.balethon.emulator.botapi.InjectedFault;

/**
 * A fault that is in force. All methods may be called from any thread.
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
	 * How many calls it has struck.
	 * @return the number; for a fault of pages the number of pages
	 */
	public int hits() {
		return this.fault.hits();
	}

	/**
	 * Ends the fault. Calls that hang because of it are answered now. Does nothing if it
	 * has ended already, but for those calls.
	 */
	public void remove() {
		this.fault.remove();
	}

	@Override
	public String toString() {
		return this.fault.toString();
	}

}
