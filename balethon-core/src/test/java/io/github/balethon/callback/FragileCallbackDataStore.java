package io.github.balethon.callback;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Store of callback data in memory with outages.
 */
public final class FragileCallbackDataStore implements CallbackDataStore {

	private final MemoryCallbackDataStore target = new MemoryCallbackDataStore(100, Duration.ofHours(1));

	private volatile boolean down;

	private volatile @Nullable String trouble;

	/**
	 * Begins or ends an outage.
	 * @param down whether each access fails
	 */
	public void fail(boolean down) {
		this.down = down;
	}

	private void access() {
		this.trouble = this.down ? "Store is down" : null;
		if (this.down) {
			throw new CallbackDataStoreUnavailableException("Store is down", null);
		}
	}

	@Override
	public void put(String key, String data) {
		access();
		this.target.put(key, data);
	}

	@Override
	public @Nullable String get(String key) {
		access();
		return this.target.get(key);
	}

	@Override
	public @Nullable String trouble() {
		return this.trouble;
	}

}
