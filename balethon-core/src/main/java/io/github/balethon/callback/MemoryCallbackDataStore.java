package io.github.balethon.callback;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Stores callback data in memory, up to a maximum number of entries. A restart discards
 * it.
 *
 * @since 0.1.0
 */
public final class MemoryCallbackDataStore implements CallbackDataStore {

	private final int maxEntries;

	private final long timeToLive;

	private final LongSupplier clock;

	// In the order of their expiry.
	private final Map<String, Entry> entries = new LinkedHashMap<>();

	/**
	 * Creates an empty store.
	 * @param maxEntries the maximum number of entries; the oldest ones are discarded
	 * @param timeToLive the time after which data expires
	 */
	public MemoryCallbackDataStore(int maxEntries, Duration timeToLive) {
		this(maxEntries, timeToLive, System::nanoTime);
	}

	MemoryCallbackDataStore(int maxEntries, Duration timeToLive, LongSupplier clock) {
		Assert.isTrue(maxEntries > 0, "'maxEntries' must be at least 1");
		Assert.isTrue(timeToLive.toNanos() > 0, "'timeToLive' must be positive");
		this.maxEntries = maxEntries;
		this.timeToLive = timeToLive.toNanos();
		this.clock = clock;
	}

	@Override
	public void put(String key, String data) {
		long now = this.clock.getAsLong();
		synchronized (this.entries) {
			this.entries.remove(key);
			this.entries.put(key, new Entry(data, now));
			Iterator<Entry> oldest = this.entries.values().iterator();
			while (oldest.hasNext() && (isExpired(oldest.next(), now) || this.entries.size() > this.maxEntries)) {
				oldest.remove();
			}
		}
	}

	@Override
	public @Nullable String get(String key) {
		long now = this.clock.getAsLong();
		synchronized (this.entries) {
			Entry entry = this.entries.get(key);
			return (entry != null && !isExpired(entry, now)) ? entry.data() : null;
		}
	}

	private boolean isExpired(Entry entry, long now) {
		return now - entry.nanos() >= this.timeToLive;
	}

	int size() {
		synchronized (this.entries) {
			return this.entries.size();
		}
	}

	/**
	 * Stored data.
	 *
	 * @param data the data
	 * @param nanos time at which it was stored
	 */
	private record Entry(String data, long nanos) {

	}

}
