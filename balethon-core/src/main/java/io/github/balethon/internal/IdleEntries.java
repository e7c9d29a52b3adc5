package io.github.balethon.internal;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Removes idle entries from a map that grows with every new key, such as one entry per
 * user. The map is scanned when its size is twice that of the last scan, so the cost per
 * added entry is constant, however many of the entries are in use. Thread-safe if the map
 * is: one thread scans, the others continue.
 *
 * @param <V> the type of the values
 * @since 0.1.0
 */
public final class IdleEntries<V> {

	private final Map<?, V> entries;

	private final int minimum;

	private final AtomicInteger limit;

	/**
	 * Creates an instance for a map.
	 * @param entries the map
	 * @param minimum the size below which the map is never scanned
	 */
	public IdleEntries(Map<?, V> entries, int minimum) {
		this.entries = entries;
		this.minimum = minimum;
		this.limit = new AtomicInteger(minimum);
	}

	/**
	 * Removes the idle entries if the map has grown enough since the last scan.
	 * @param idle whether a value is idle
	 */
	public void removeIf(Predicate<? super V> idle) {
		int limit = this.limit.get();
		if (this.entries.size() < limit || !this.limit.compareAndSet(limit, Integer.MAX_VALUE)) {
			return;
		}
		try {
			this.entries.values().removeIf(idle);
		}
		finally {
			this.limit.set((int) Math.min(Integer.MAX_VALUE, Math.max(this.minimum, 2L * this.entries.size())));
		}
	}

}
